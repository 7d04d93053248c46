-- Gives the store a new epoch, if it has one at all. Returns whether it had.
-- KEYS: 1 identity. ARGV: 1 the new epoch.

if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
redis.call('HSET', KEYS[1], 'epoch', ARGV[1])
return 1
