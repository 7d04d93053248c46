-- Stores a job that is not known yet. Returns the known one, or false.
-- ARGV: 4 job, 5 body, 6 task, 7 due, 8 whether unreported, 9 state, 10 ended at; '' for none.

local job = ARGV[4]
local known = record(SUBJECT, job)
if known then
  return answer(known)
end
changed()
redis.call('HSET', SUBJECT, 'version', 1, 'saved_by', '', 'body', ARGV[5], 'task', ARGV[6], 'state', ARGV[9],
  'ended_at', ARGV[10], 'due_claim', '', 'report_claim', '')
schedule(DUE, job, ARGV[7])
schedule(REPORTS, job, ARGV[8] == '1' and '0' or '')
put_to_rest(SUBJECT, job)
return answer(false)
