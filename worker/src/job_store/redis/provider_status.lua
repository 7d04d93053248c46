-- What was noted last of the provider: why it takes no orders ('' if it does) and since when; or false.

local fields = redis.call('HMGET', SUBJECT, 'blocked', 'since')
return answer(fields[1] and { fields[1], tonumber(fields[2]) })
