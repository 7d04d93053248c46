-- Forgets jobs that rest and ended before a moment. Returns how many.
-- ARGV: 4 the moment, 5 limit, 6 what the names of jobs' hashes begin with.

local jobs = redis.call('ZRANGEBYSCORE', RESTING, '-inf', '(' .. ARGV[4], 'LIMIT', 0, ARGV[5])
if #jobs > 0 then
  changed()
end
for _, job in ipairs(jobs) do
  redis.call('DEL', ARGV[6] .. job)
  redis.call('ZREM', RESTING, job)
end
return answer(#jobs)
