-- Marks a job as unreported again, if there is anything to tell of it.
-- ARGV: 4 job, 5 now.

local told = { running = true, succeeded = true, failed = true }
local state = redis.call('HGET', SUBJECT, 'state')
if state and told[state] then
  changed()
  redis.call('HSET', SUBJECT, 'report_claim', '')
  schedule(REPORTS, ARGV[4], ARGV[5])
  put_to_rest(SUBJECT, ARGV[4])
end
return answer(false)
