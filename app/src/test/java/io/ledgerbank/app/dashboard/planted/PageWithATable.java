package io.ledgerbank.app.dashboard.planted;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Planted: a page that reads tables. */
public final class PageWithATable {

    private final JdbcClient jdbc;

    PageWithATable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long sagas() {
        return jdbc.sql("SELECT count(*) FROM readmodel.saga").query(Long.class).single();
    }
}
