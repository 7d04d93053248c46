-- A database that has been used for two years: in the temporary table `size` stand how many people, purchases and jobs.
-- Every row follows from its number, and the books are right: the audit finds nothing.
--
-- Each purchase brings five credits. Of ten, one is not for jobs: its Stars went back, or Telegram refused that. The
-- rest pay for the jobs, of one credit each; of ten jobs one came to nothing. To one person in twenty purchases an
-- operator gave three credits.

CREATE TEMP TABLE numbers (n INTEGER PRIMARY KEY);
INSERT INTO numbers
    WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < (SELECT max(people, purchases, jobs) FROM size))
    SELECT n FROM up;

CREATE TEMP VIEW purchase AS
    SELECT n, printf('stx%064d', n) AS charge, (n - 1) % people + 1 AS user,
           (n - 1) / people + 1 AS number, now - years + years / purchases * n AS at, n % 20 = 0 AS is_returned,
           n % 20 = 10 AS is_refused
    FROM numbers, size WHERE n <= purchases;

CREATE TEMP TABLE job AS
    WITH placed AS (
        SELECT n, now - years + years / jobs * n AS at, (n - 1) % (purchases * 9 / 10) AS nth, people, month_ago
        FROM numbers, size WHERE n <= jobs)
    SELECT printf('%012x7%03x8%015x', at, n % 4096, n) AS id, n, at, nth + nth / 9 + 1 AS lot,
           (nth + nth / 9) % people + 1 AS user, n % 10 = 0 AS is_released, at > month_ago AS is_recent
    FROM placed;

INSERT INTO people (id, language, first_seen, reachable, served_at) SELECT n, 'en', 0, 1, 1 FROM numbers, size WHERE n <= people;

-- In the order of their ids.
INSERT INTO entries SELECT 'capture:' || id, user, 'held', 'spent', 1, at + 120000 FROM job WHERE NOT is_released ORDER BY id;
INSERT INTO entries SELECT printf('grant:%d', n), user, 'issued', 'available', 3, at FROM purchase WHERE n % 20 = 1;
INSERT INTO entries SELECT 'hold:' || id, user, 'available', 'held', 1, at FROM job ORDER BY id;
INSERT INTO entries SELECT 'pay:' || charge, user, 'issued', 'available', 5, at FROM purchase;
INSERT INTO entries SELECT 'refund-hold:' || charge || ':1', user, 'available', 'refunding', 5, at + 1 FROM purchase
    WHERE is_returned OR is_refused;
INSERT INTO entries SELECT 'refund-undo:' || charge || ':1', user, 'refunding', 'available', 5, at + 2 FROM purchase
    WHERE is_refused;
INSERT INTO entries SELECT 'release:' || id, user, 'held', 'available', 1, at + 120000 FROM job WHERE is_released ORDER BY id;
INSERT INTO entries SELECT 'revoke:' || charge, user, 'refunding', 'revoked', 5, at + 2 FROM purchase WHERE is_returned;

INSERT INTO lot_moves SELECT printf('grant:%d', n), purchases + n, 3 FROM purchase, size WHERE n % 20 = 1;
INSERT INTO lot_moves SELECT 'hold:' || id, lot, -1 FROM job ORDER BY id;
INSERT INTO lot_moves SELECT 'pay:' || charge, n, 5 FROM purchase;
INSERT INTO lot_moves SELECT 'refund-hold:' || charge || ':1', n, -5 FROM purchase WHERE is_returned OR is_refused;
INSERT INTO lot_moves SELECT 'refund-undo:' || charge || ':1', n, 5 FROM purchase WHERE is_refused;
INSERT INTO lot_moves SELECT 'release:' || id, lot, 1 FROM job WHERE is_released ORDER BY id;

CREATE TEMP TABLE remaining AS SELECT lot, sum(credits) AS available FROM lot_moves GROUP BY lot;
CREATE UNIQUE INDEX temp.remaining_lot ON remaining (lot);
INSERT INTO lots SELECT n, 'pay:' || charge, user, 1, available FROM purchase JOIN remaining ON lot = n;
INSERT INTO lots SELECT purchases + n, printf('grant:%d', n), user, 0, 3 FROM purchase, size WHERE n % 20 = 1;

INSERT INTO accounts (user, available, held, spent, refunding, revoked)
    SELECT user, sum(credits * ((target = 'available') - (source = 'available'))), 0, sum(credits * (target = 'spent')), 0,
           sum(credits * (target = 'revoked'))
    FROM entries GROUP BY user;

INSERT INTO payments (charge, user, number, stars, credits, invoice, at, listed)
    SELECT charge, user, number, 500, 5, printf('%012x', n), at, 1 FROM purchase;
INSERT INTO refunds (charge, user, state, credits, nth, at, listed)
    SELECT charge, user, iif(is_returned, 'done', 'refused'), 5, 1, at + 2, is_returned FROM purchase
    WHERE is_returned OR is_refused;
INSERT INTO star_transactions (id, direction, kind, user, stars, nanostars, at, verdict, seen_at)
    SELECT charge, 'in', 'invoice_payment', user, 500, 0, at, 'known', at FROM purchase;
INSERT INTO star_transactions (id, direction, kind, user, stars, nanostars, at, verdict, seen_at)
    SELECT charge, 'out', 'invoice_payment', user, 500, 0, at, 'known', at FROM purchase WHERE is_returned;
INSERT INTO meta SELECT 'star_cursor', count(*) FROM star_transactions;
INSERT INTO meta SELECT 'star_sum', 1000000000 * sum(iif(direction = 'in', stars, -stars)) FROM star_transactions;
INSERT INTO meta VALUES ('star_commission', 0);
INSERT INTO operator_actions (id, operator, action, user, credits, charge, reason, at)
SELECT n, 1, 'grant', user, 3, NULL, 'a present', at FROM purchase WHERE n % 20 = 1;
INSERT INTO support_requests (user, request, at)
    SELECT user, iif(at > month_ago, 'Where is my video?', ''), at FROM purchase, size WHERE n % 100 = 1;

INSERT INTO jobs (id, user, form, model, prompt, options, price, money, progress, failure, placed_at, submit_before, give_up_at,
                  epoch, task, urls, ready_at, delivery_method, file_id, texts, status_message, shown)
    SELECT id, user, printf('%016x', n * 2654435761), 'veo3-fast', iif(is_recent, 'a cat on Mars', ''), '{}', 1,
           iif(is_released, 'released', 'captured'), iif(is_released, 'failed', 'delivered'),
           iif(is_released, 'policy', NULL), at, at, at + 3600000, 'life', id,
           iif(is_recent, '["https://file.example/' || id || '.mp4"]', '[]'), at + 120000, 'url',
           iif(is_recent, id || id, NULL), is_recent, n, iif(is_released, 'failed', 'delivered')
    FROM job ORDER BY id;

-- What was said stays known for ever; what was done about a job, for as long as its words.
INSERT INTO outbox (kind, key, user, state, at, attempts)
    SELECT 'notice', 'receipt:' || charge, user, 'done', at, 1 FROM purchase
    UNION ALL SELECT 'notice', 'returned:' || charge, user, 'done', at, 1 FROM purchase WHERE is_returned
    UNION ALL SELECT 'notice', 'failed:' || id || ':policy', user, 'done', at, 1 FROM job WHERE is_released
    UNION ALL SELECT kind, id, user, 'done', at, 2 FROM job, (SELECT 'publish' AS kind UNION SELECT 'status' UNION SELECT 'deliver')
              WHERE is_recent AND NOT is_released;

-- The updates of the last two days, and the answers of the last hour.
INSERT INTO updates (id, at) SELECT n, now - 172800000 / jobs * (jobs - n) FROM numbers, size WHERE n <= jobs;
INSERT INTO answers (update_id, at, user, answer)
    SELECT id, at, id % people + 1, printf('["%400d"]', 0) FROM updates, size WHERE at > now - 3600000;
UPDATE updates SET answer = answers.number FROM answers WHERE answers.update_id = updates.id;
