-- Notes what was seen of the provider. Returns which orders it takes, since when, and when it last answered.
-- ARGV: 4 now, 5 whether it answered, 6 whether something changes, 7 and 8 what was known, 9 and 10 what takes its place:
-- why it takes no orders, and how many of its credits one may cost; '' for none.

local now = ARGV[4]
local fields = redis.call('HMGET', SUBJECT, 'blocked', 'affordable', 'since', 'reached_at')
local is_first = not fields[3]
local blocked, affordable = fields[1] or '', fields[2] or ''
local since, reached_at = fields[3] or now, fields[4] or now
local is_known = blocked == ARGV[7] and affordable == ARGV[8]
local is_news = ARGV[6] == '1' and is_known and (blocked ~= ARGV[9] or affordable ~= ARGV[10])
if is_news then
  blocked, affordable, since = ARGV[9], ARGV[10], now
end
if ARGV[5] == '1' then
  reached_at = now
end
if is_first or is_news or reached_at ~= fields[4] then
  changed()
  redis.call('HSET', SUBJECT, 'blocked', blocked, 'affordable', affordable, 'since', since, 'reached_at', reached_at)
end
if is_first or is_news then
  redis.call('HSET', SUBJECT, 'probed_at', now)
end
return answer({ blocked, affordable, tonumber(since), tonumber(reached_at) })
