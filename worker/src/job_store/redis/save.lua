-- Replaces a job whose version is still the one that was read. Returns the new version; or, when somebody else changed
-- the job, how it is now, false if it is gone. A save that is repeated is known by its token.
-- ARGV: 4 to 10 as in insert.lua, 11 version that was read, 12 token, 13 now.

local job, read, token = ARGV[4], tonumber(ARGV[11]), ARGV[12]
local fields = redis.call('HMGET', SUBJECT, 'version', 'saved_by')
local version = fields[1] and tonumber(fields[1])
if version == read + 1 and fields[2] == token then
  return answer(version)
end
if version ~= read then
  return answer(record(SUBJECT, job))
end
changed()
redis.call('HSET', SUBJECT, 'version', read + 1, 'saved_by', token, 'body', ARGV[5], 'task', ARGV[6], 'state', ARGV[9],
  'ended_at', ARGV[10], 'due_claim', '')
schedule(DUE, job, ARGV[7])
if ARGV[8] == '1' then
  redis.call('HSET', SUBJECT, 'report_claim', '')
  schedule(REPORTS, job, ARGV[13])
end
put_to_rest(SUBJECT, job)
return answer(read + 1)
