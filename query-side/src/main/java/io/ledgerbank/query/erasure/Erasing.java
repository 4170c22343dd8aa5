package io.ledgerbank.query.erasure;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves in the read models of a person what the log still says without their key: the same rows as a rebuild would make.
 * Does nothing to what is erased already. Thread-safe.
 */
final class Erasing {

    private static final String WORD = "erased";

    /** What is read, and what was read before the last rebuild and is kept for a while. */
    private static final List<String> PREFIXES = List.of("", "former_");

    private static final String OF_ACCOUNTS =
            "account_id IN (SELECT id FROM readmodel.account WHERE owner_id = ANY (:persons))";

    private static final String ACCOUNTS =
            "UPDATE readmodel.%1$saccount SET name = 'erased' WHERE owner_id = ANY (:persons) AND name <> 'erased'";

    private static final String LINES = """
            UPDATE readmodel.%%1$s%s SET counterparty_name = NULL, counterparty_iban = NULL, remittance_information = 'erased'
            WHERE %s AND (remittance_information <> 'erased'
                OR counterparty_name IS NOT NULL OR counterparty_iban IS NOT NULL)""";

    private static final String PAYMENTS = """
            UPDATE readmodel.%1$spayment SET remittance_information = 'erased',
                creditor_name = CASE WHEN creditor_name IS NULL THEN NULL ELSE 'erased' END,
                creditor_iban = CASE WHEN creditor_iban IS NULL THEN NULL ELSE 'erased' END
            WHERE owner_id = ANY (:persons) AND (remittance_information <> 'erased' OR creditor_name <> 'erased')""";

    private static final List<String> STATEMENTS =
            List.of(LINES.formatted("hold", OF_ACCOUNTS), LINES.formatted("entry", OF_ACCOUNTS), ACCOUNTS, PAYMENTS);

    private static final String ORDERS =
            "SELECT id, placed FROM readmodel.%1$sstanding_order WHERE owner_id = ANY (:persons)";
    private static final String REPLACE = "UPDATE readmodel.%1$sstanding_order SET placed = :placed WHERE id = :id";

    private record Order(UUID id, String placed) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    Erasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who was ever forgotten: what was being rebuilt meanwhile may have had them still. */
    void eraseAll() {
        erase(jdbc.sql("SELECT person FROM readmodel.forgotten")
                .query(UUID.class)
                .list());
    }

    void erase(List<UUID> persons) {
        if (persons.isEmpty()) {
            return;
        }
        SqlArrayValue ids = new SqlArrayValue("uuid", persons.toArray());
        for (String prefix : PREFIXES) {
            for (String statement : STATEMENTS) {
                String sql = statement.formatted(prefix);
                if (isThere(sql)) {
                    jdbc.sql(sql).param("persons", ids).update();
                }
            }
            eraseOrders(prefix, ids);
        }
    }

    private void eraseOrders(String prefix, SqlArrayValue ids) {
        if (!isThere(REPLACE.formatted(prefix))) {
            return;
        }
        List<Order> orders = jdbc.sql(ORDERS.formatted(prefix))
                .param("persons", ids)
                .query((row, number) -> new Order(row.getObject("id", UUID.class), row.getString("placed")))
                .list();
        for (Order order : orders) {
            String erased = erased(order.placed());
            if (!erased.equals(order.placed())) {
                jdbc.sql(REPLACE.formatted(prefix))
                        .param("placed", erased)
                        .param("id", order.id())
                        .update();
            }
        }
    }

    private String erased(String placed) {
        JsonNode tree = json.readTree(placed);
        if (tree.path("order") instanceof ObjectNode order) {
            order.put("remittanceInformation", WORD);
            if (order.path("creditor") instanceof ObjectNode creditor) {
                creditor.put("name", WORD).put("iban", WORD);
            }
        }
        return json.writeValueAsString(tree);
    }

    /** Whether the table that the statement changes exists. */
    private boolean isThere(String update) {
        String table = update.split(" ", -1)[1];
        return jdbc.sql("SELECT to_regclass(:table) IS NOT NULL")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }
}
