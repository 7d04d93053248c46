-- Notes whether the provider takes orders. Returns whether that is news, and since when it is so.
-- ARGV: 4 why it takes none, '' if it does, 5 now.

local fields = redis.call('HMGET', SUBJECT, 'blocked', 'since')
if fields[1] == ARGV[4] then
  return answer({ 0, tonumber(fields[2]) })
end
changed()
redis.call('HSET', SUBJECT, 'blocked', ARGV[4], 'since', ARGV[5])
return answer({ 1, tonumber(ARGV[5]) })
