package io.ledgerbank.query.board;

/** What comes first in the list. */
public enum BoardOrder {
    NEWEST("DESC", "<"),
    OLDEST("ASC", ">");

    private final String direction;
    private final String after;

    BoardOrder(String direction, String after) {
        this.direction = direction;
        this.after = after;
    }

    String orderBy() {
        return " ORDER BY saga.started_at %1$s, saga.position %1$s".formatted(direction);
    }

    String continuing() {
        return "(saga.started_at, saga.position) " + after + " (:startedAfter, :positionAfter)";
    }
}
