package io.ledgerbank.query.projection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The projections there are; each has a thread and a position under its code. */
public enum ProjectionName {
    ACCOUNTS(1, "account", "hold", "overdraft"),
    ENTRIES(1, "entry", "internal_entry", "ledger_sum"),
    PAYMENTS(1, "payment"),
    SAGAS(1, "saga"),
    APPROVALS(1, "approval"),
    STANDING_ORDERS(1, "standing_order", "standing_order_run"),
    ERASURES(1, "forgotten");

    private final int version;
    private final List<String> tables;

    /**
     * @param version rises when other rows are made of the same events; then they are all made anew, once
     * @param tables that nothing else writes
     */
    ProjectionName(int version, String... tables) {
        this.version = version;
        this.tables = List.of(tables);
    }

    public static Optional<ProjectionName> of(String code) {
        return Arrays.stream(values()).filter(name -> name.code().equals(code)).findFirst();
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the rows that today's code makes. */
    public int version() {
        return version;
    }

    /** In the schema of the read models, without its name. */
    public List<String> tables() {
        return tables;
    }
}
