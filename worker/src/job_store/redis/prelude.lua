-- Begins every script that works on jobs. Refuses a store that is not the one the worker began with, before anything
-- else, and gives the scripts their words.
--
-- KEYS: 1 identity, 2 due, 3 reports, 4 resting, 5 what the script is about. A script that is about one job has that
-- job's hash there. ARGV: 1 the worker's epoch, 2 the most changes that it has seen here, 3 an epoch that no store has.
--
-- Scripts are not undone when they fail half-way, so each reads first and writes last, and `changed` is its first write.

local kept = redis.call('HMGET', KEYS[1], 'epoch', 'changes')
if kept[1] ~= ARGV[1] then
  return redis.error_reply('REPLACED the epoch is another one')
end
local changes = tonumber(kept[2])
if changes < tonumber(ARGV[2]) then
  -- What was acknowledged is not there: this is an old copy. A new epoch takes the right to submit from its jobs.
  redis.call('HSET', KEYS[1], 'epoch', ARGV[3])
  return redis.error_reply('REPLACED it went back in time')
end

local DUE, REPORTS, RESTING, SUBJECT = KEYS[2], KEYS[3], KEYS[4], KEYS[5]

local function changed()
  changes = redis.call('HINCRBY', KEYS[1], 'changes', 1)
end

-- What a script returns. nil would cut the list short: "nothing" is false.
local function answer(value)
  local time = redis.call('TIME')
  return { changes, time[1] * 1000 + math.floor(time[2] / 1000), value }
end

-- A moment in milliseconds out of a sorted set, or false.
local function moment(set, job)
  local score = redis.call('ZSCORE', set, job)
  return score and tonumber(score)
end

-- A job as the program reads it, or false.
local function record(key, job)
  local fields = redis.call('HMGET', key, 'version', 'body', 'task')
  if not fields[1] then
    return false
  end
  local task = fields[3] ~= '' and fields[3]
  return { job, tonumber(fields[1]), fields[2], task, moment(DUE, job), moment(REPORTS, job) and 1 or 0 }
end

-- Sets a job's moment in a sorted set; '' takes it out.
local function schedule(set, job, at)
  if at == '' then
    redis.call('ZREM', set, job)
  else
    redis.call('ZADD', set, at, job)
  end
end

-- Called after every change: a job that ended, needs no look and has no report to make may be forgotten.
local function put_to_rest(key, job)
  local ended_at = redis.call('HGET', key, 'ended_at')
  local rests = ended_at ~= '' and not moment(DUE, job) and not moment(REPORTS, job)
  schedule(RESTING, job, rests and ended_at or '')
end
