-- One step of the generic cell rate algorithm. Returns false for a permit, or when to ask again. What is kept is when the
-- whole burst will have grown again; that is never further away than the burst takes, or a clock that went back would
-- stop all.
-- ARGV: 4 now, 5 milliseconds in which one permit grows, 6 burst.

local now, every = tonumber(ARGV[4]), tonumber(ARGV[5])
local burst = every * tonumber(ARGV[6])
local full_again_at = tonumber(redis.call('GET', SUBJECT) or now)
full_again_at = math.min(math.max(full_again_at, now), now + burst)
local allowed_at = full_again_at + every - burst
local granted = allowed_at <= now
if granted then
  full_again_at = full_again_at + every
end
changed()
redis.call('SET', SUBJECT, string.format('%.0f', full_again_at))
return answer(not granted and allowed_at)
