package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.query.audit.LoggedEvent;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a payment has held and posted, read from its events. */
final class LedgerLines {

    /**
     * A line.
     *
     * @param account a customer account's id or the name of one of the bank's own
     * @param what {@code held}, {@code released}, or the side on which it is posted
     */
    record Line(String account, String what, String amount) {}

    private LedgerLines() {}

    static List<Line> of(List<LoggedEvent> events) {
        return events.stream().flatMap(LedgerLines::of).toList();
    }

    private static Stream<Line> of(LoggedEvent event) {
        JsonNode payload = event.payload();
        String account = payload.path("accountId").asString("");
        String contra = payload.path("contra").asString("");
        String amount = payload.at("/amount/amount").asString("") + " "
                + payload.at("/amount/currency").asString("");
        return switch (event.type()) {
            case "FundsHeld" -> Stream.of(new Line(account, "held", amount));
            case "HoldReleased" -> Stream.of(new Line(account, "released", amount));
            case "HoldCaptured", "AccountDebited" ->
                Stream.of(new Line(account, "debit", amount), new Line(contra, "credit", amount));
            case "ReturnCredited" -> Stream.of(new Line(account, "credit", amount), new Line(contra, "debit", amount));
            default -> Stream.empty();
        };
    }
}
