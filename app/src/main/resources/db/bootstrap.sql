-- Prepares a PostgreSQL database for LedgerBank: two roles, four schemas, and who may do what in them.
--
-- The embedded server runs this by itself. On an external server an operator runs it once, as a superuser, connected to
-- the (empty) database that LedgerBank shall use; running it again changes nothing but the passwords:
--
--   createdb ledgerbank
--   PGOPTIONS="-c ledgerbank.owner_password=… -c ledgerbank.app_password=…" \
--     psql -v ON_ERROR_STOP=1 -d ledgerbank -f bootstrap.sql
--
-- ledgerbank_owner owns the event log and the identities and is used for migrations only; the service runs as
-- ledgerbank_app, which owns what can be rebuilt or belongs to the saga. What ledgerbank_app may do with each table of
-- the owner is granted by the migration that creates the table.
DO $bootstrap$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledgerbank_owner') THEN
        CREATE ROLE ledgerbank_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ledgerbank_app') THEN
        CREATE ROLE ledgerbank_app LOGIN;
    END IF;
    EXECUTE format('ALTER ROLE ledgerbank_owner PASSWORD %L', current_setting('ledgerbank.owner_password'));
    EXECUTE format('ALTER ROLE ledgerbank_app PASSWORD %L', current_setting('ledgerbank.app_password'));

    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
            'GRANT CONNECT, TEMPORARY ON DATABASE %I TO ledgerbank_owner, ledgerbank_app', current_database());

    CREATE SCHEMA IF NOT EXISTS eventlog AUTHORIZATION ledgerbank_owner;
    CREATE SCHEMA IF NOT EXISTS identity AUTHORIZATION ledgerbank_owner;
    CREATE SCHEMA IF NOT EXISTS readmodel AUTHORIZATION ledgerbank_app;
    CREATE SCHEMA IF NOT EXISTS saga AUTHORIZATION ledgerbank_app;
    GRANT USAGE ON SCHEMA eventlog, identity TO ledgerbank_app;
END
$bootstrap$;
