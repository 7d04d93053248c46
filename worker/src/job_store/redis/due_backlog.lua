-- Counts the jobs that are due.
-- ARGV: 4 now.

return answer(redis.call('ZCOUNT', DUE, '-inf', ARGV[4]))
