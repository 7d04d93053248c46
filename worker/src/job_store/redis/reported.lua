-- The bot has been told of this version of a job. Returns whether something is left to tell.
-- ARGV: 4 job, 5 version.

local job = ARGV[4]
local version = redis.call('HGET', SUBJECT, 'version')
local unreported = moment(REPORTS, job)
if not unreported then
  return answer(0)
end
if not version or tonumber(version) ~= tonumber(ARGV[5]) then
  return answer(1)
end
changed()
redis.call('HSET', SUBJECT, 'report_claim', '')
schedule(REPORTS, job, '')
put_to_rest(SUBJECT, job)
return answer(0)
