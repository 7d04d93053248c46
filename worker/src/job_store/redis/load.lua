-- Reads a job. Returns it, or false.
-- ARGV: 4 job.

return answer(record(SUBJECT, ARGV[4]))
