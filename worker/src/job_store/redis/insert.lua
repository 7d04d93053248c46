-- Stores a job that is not known yet. One that is known is marked as unreported again, if there is anything to tell of
-- it, and gets the task if it has none. Returns whether it was known.
-- ARGV: 4 job, 5 body, 6 task, 7 due, 8 whether unreported, 9 state, 10 ended at; '' for none; 11 now.

local job, task, now = ARGV[4], ARGV[6], ARGV[11]
local fields = redis.call('HMGET', SUBJECT, 'version', 'task', 'state')
if not fields[1] then
  changed()
  redis.call('HSET', SUBJECT, 'version', 1, 'saved_by', '', 'body', ARGV[5], 'task', task, 'state', ARGV[9],
    'ended_at', ARGV[10], 'due_claim', '', 'report_claim', '')
  schedule(DUE, job, ARGV[7])
  schedule(REPORTS, job, ARGV[8] == '1' and '0' or '')
  put_to_rest(SUBJECT, job)
  return answer(0)
end
local told = { unconfirmed = true, running = true, succeeded = true, failed = true }
changed()
if told[fields[3]] then
  redis.call('HSET', SUBJECT, 'report_claim', '')
  schedule(REPORTS, job, now)
end
if fields[2] == '' and task ~= '' then
  redis.call('HINCRBY', SUBJECT, 'version', 1)
  redis.call('HSET', SUBJECT, 'saved_by', '', 'due_claim', '', 'task', task)
  schedule(DUE, job, now)
end
put_to_rest(SUBJECT, job)
return answer(1)
