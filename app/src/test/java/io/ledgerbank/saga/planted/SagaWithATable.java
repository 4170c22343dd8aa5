package io.ledgerbank.saga.planted;

import javax.sql.DataSource;

/** Planted: a saga that reads a table. */
public record SagaWithATable(DataSource readModel) {}
