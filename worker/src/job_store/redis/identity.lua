-- Makes the store's identity if it has none, and reads it.
-- KEYS: 1 identity. ARGV: 1 epoch, 2 callback secret, both fresh.

if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'callback_secret', ARGV[2], 'changes', 0)
end
local kept = redis.call('HMGET', KEYS[1], 'epoch', 'callback_secret', 'changes')
local time = redis.call('TIME')
return { tonumber(kept[3]), time[1] * 1000 + math.floor(time[2] / 1000), { kept[1], kept[2] } }
