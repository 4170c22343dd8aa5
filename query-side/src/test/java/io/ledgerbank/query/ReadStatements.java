package io.ledgerbank.query;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Remembers the SQL of entity queries, so that tests can look at the plans of the very statements that run. */
public final class ReadStatements implements StatementInspector {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        SEEN.add(sql);
        return sql;
    }

    public static void forget() {
        SEEN.clear();
    }

    public static long count() {
        return SEEN.size();
    }

    public static String last() {
        return SEEN.getLast();
    }
}
