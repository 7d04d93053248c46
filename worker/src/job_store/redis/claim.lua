-- Hands out what is due in a sorted set, and puts it off to the end of the lease. A claim that is repeated is known by
-- its token, as long as its list is kept; jobs that were changed or claimed since are not handed out again. Returns how
-- many were due before, the jobs, and when the next one is due, or -1.
-- KEYS: 5 the claim's list, 6 due or reports. ARGV: 4 the field of a job that names its claim, 5 token, 6 now,
-- 7 end of the lease, 8 limit, 9 what the names of jobs' hashes begin with, 10 how long the list is kept.

local set, field, token = KEYS[6], ARGV[4], ARGV[5]

local function claimed()
  local found = {}
  for _, job in ipairs(redis.call('LRANGE', SUBJECT, 0, -1)) do
    local key = ARGV[9] .. job
    if redis.call('HGET', key, field) == token then
      found[#found + 1] = record(key, job)
    end
  end
  return found
end

local function next_due()
  return tonumber(redis.call('ZRANGE', set, 0, 0, 'WITHSCORES')[2] or -1)
end

local waiting = redis.call('ZCOUNT', set, '-inf', ARGV[6])
local again = claimed()
if waiting == 0 or #again > 0 then
  return answer({ waiting, again, next_due() })
end
local jobs = redis.call('ZRANGEBYSCORE', set, '-inf', ARGV[6], 'LIMIT', 0, ARGV[8])
changed()
redis.call('DEL', SUBJECT)
for _, job in ipairs(jobs) do
  redis.call('ZADD', set, ARGV[7], job)
  redis.call('HSET', ARGV[9] .. job, field, token)
  redis.call('RPUSH', SUBJECT, job)
end
redis.call('PEXPIRE', SUBJECT, ARGV[10])
return answer({ waiting, claimed(), next_due() })
