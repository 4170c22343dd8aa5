#!/bin/sh
# Run by the official PostgreSQL image on its first start, in the database POSTGRES_DB: LedgerBank's roles and schemas.
set -eu
PGOPTIONS="-c ledgerbank.owner_password=$LEDGERBANK_OWNER_PASSWORD -c ledgerbank.app_password=$LEDGERBANK_APP_PASSWORD" \
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f /bootstrap.sql
