-- Makes a job due now, whatever its version, and gives it a task if it has none.
-- ARGV: 4 job, 5 task or '', 6 now.

local job, task = ARGV[4], ARGV[5]
local fields = redis.call('HMGET', SUBJECT, 'version', 'task')
if not fields[1] then
  return answer('unknown job')
end
changed()
redis.call('HINCRBY', SUBJECT, 'version', 1)
redis.call('HSET', SUBJECT, 'saved_by', '', 'due_claim', '')
if fields[2] == '' then
  redis.call('HSET', SUBJECT, 'task', task)
end
schedule(DUE, job, ARGV[6])
put_to_rest(SUBJECT, job)
local has_other = task ~= '' and fields[2] ~= '' and fields[2] ~= task
return answer(has_other and 'other task' or 'due')
