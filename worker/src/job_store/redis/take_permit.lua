-- One step of the generic cell rate algorithm, if orders of this cost are taken or it is time to try one. Returns 0 for a
-- permit, -1 if there is none for such an order, or when to ask again. What is kept is when the whole burst will have
-- grown again; that is never further away than the burst takes, and the time to try is counted both ways: a clock that
-- went back stops nobody for long.
-- ARGV: 4 now, 5 milliseconds in which one permit grows, 6 burst, 7 cost, 8 milliseconds between two that try.

local now, every = tonumber(ARGV[4]), tonumber(ARGV[5])
local fields = redis.call('HMGET', SUBJECT, 'full_again_at', 'blocked', 'affordable', 'probed_at')
local affordable = tonumber(fields[3] or '')
local is_off = (fields[2] and fields[2] ~= '') or (affordable and tonumber(ARGV[7]) > affordable)
if is_off and math.abs(now - tonumber(fields[4])) < tonumber(ARGV[8]) then
  return answer(-1)
end
local burst = every * tonumber(ARGV[6])
local full_again_at = tonumber(fields[1] or now)
full_again_at = math.min(math.max(full_again_at, now), now + burst)
local allowed_at = full_again_at + every - burst
local granted = allowed_at <= now
if granted then
  full_again_at = full_again_at + every
end
changed()
redis.call('HSET', SUBJECT, 'full_again_at', string.format('%.0f', full_again_at))
if granted and is_off then
  redis.call('HSET', SUBJECT, 'probed_at', ARGV[4])
end
return answer(granted and 0 or allowed_at)
