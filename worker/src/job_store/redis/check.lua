-- Writes something, as a new job does: a Redis that has no memory left refuses it.

redis.call('SET', SUBJECT, redis.call('TIME')[1])
return answer(0)
