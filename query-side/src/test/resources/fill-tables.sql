INSERT INTO readmodel.account
SELECT gen_random_uuid(), md5((n % 50)::text)::uuid, 'Household', 'CHECKING', 'GBP', 'GB', 'ACTIVE', 0, 0, 0, 0,
       timestamptz '2026-01-01' + n * interval '1 minute', n, n, 0, 0, date '1970-01-01', 0, 0
FROM generate_series(1, 20000) AS n;

INSERT INTO readmodel.hold (payment_id, account_id, amount, currency, position, ended_position)
SELECT gen_random_uuid(), md5((n % 50)::text)::uuid, 1, 'GBP', n, CASE WHEN n % 3 > 0 THEN n + 1 END
FROM generate_series(1, 20000) AS n;

INSERT INTO readmodel.entry
SELECT n, gen_random_uuid(), md5((n % 500)::text)::uuid, gen_random_uuid(), 'CREDIT', 1, n, 'GBP', NULL, NULL, NULL, 'x',
       date '2026-01-01' + n / 500, date '2026-01-01' + CASE WHEN n % 7 = 0 THEN 0 ELSE n / 500 END
FROM generate_series(1, 50000) AS n;

INSERT INTO readmodel.overdraft
SELECT md5((n % 500)::text)::uuid, n, 0
FROM generate_series(1, 20000) AS n;

INSERT INTO readmodel.payment
SELECT gen_random_uuid(), md5((n % 1000)::text)::uuid, 'TRANSFER', 1, 'GBP', md5((n % 700)::text)::uuid,
       md5((n % 300)::text)::uuid, NULL, NULL, NULL, 'x', NULL, 'NORMAL',
       timestamptz '2026-01-01' + n * interval '1 minute', 'COMPLETED', 'DONE', 1, 0, 0, now(), NULL, now(), n, n
FROM generate_series(1, 50000) AS n;

INSERT INTO readmodel.saga
SELECT gen_random_uuid(), 'BANK' || n % 500, 1, 'GBP',
       CASE WHEN n % 500 = 0 THEN 'STUCK' ELSE 'COMPLETED' END, 'COMPLETED', 'DONE', 1, 0, 0, now(),
       CASE WHEN n % 100 = 0 THEN 'timeout' END, now(),
       timestamptz '2026-01-01' + n * interval '1 minute', now(), n, n
FROM generate_series(1, 50000) AS n;

INSERT INTO readmodel.standing_order
SELECT gen_random_uuid(), md5((n % 500)::text)::uuid, '{}', timestamptz '2026-01-01' + n * interval '1 minute', 'ACTIVE',
       1, date '2026-01-01', now(), 0, n, n
FROM generate_series(1, 20000) AS n;

INSERT INTO readmodel.standing_order_run
SELECT n, md5((n % 500)::text)::uuid, n, date '2026-01-01', gen_random_uuid(), NULL, now()
FROM generate_series(1, 20000) AS n;

INSERT INTO eventlog.event (event_id, stream_type, stream_id, sequence, type, recorded_at, payload, metadata)
SELECT n::text, 'Account', (n % 5000)::text, n, 'io.ledgerbank.api.account.AccountOpened',
       timestamptz '2026-01-01' + n * interval '1 minute', '{}', '{}'
FROM generate_series(1, 50000) AS n;

ANALYZE readmodel.account, readmodel.hold, readmodel.entry, readmodel.overdraft, readmodel.payment, readmodel.saga,
    readmodel.standing_order, readmodel.standing_order_run;
