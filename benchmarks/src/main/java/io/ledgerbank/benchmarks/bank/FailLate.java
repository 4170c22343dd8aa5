package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.id.AccountId;

/** Asks for a failure after the account has changed: what a defect in a handler would look like. */
record FailLate(AccountId accountId) {}
