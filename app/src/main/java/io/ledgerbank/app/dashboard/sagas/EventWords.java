package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.app.dashboard.frame.Words;
import io.ledgerbank.app.dashboard.sagas.Moment.Fact;
import io.ledgerbank.app.dashboard.sagas.Moment.Kind;
import io.ledgerbank.query.audit.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells an event in words: what happened, who said why, and what else there is to know. Thread-safe. */
final class EventWords {

    private static final Set<String> MONEY =
            Set.of("FundsHeld", "HoldCaptured", "HoldReleased", "AccountDebited", "ReturnCredited");
    private static final Set<String> TROUBLE = Set.of(
            "AttemptFailed",
            "OutcomeUnknown",
            "PaymentParked",
            "PaymentFailed",
            "OutcomeContradicted",
            "PaymentReturned");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Set<String> WELL = Set.of("PaymentSettled", "PaymentCompleted");

    /** In this order; other fields of events are in their JSON. */
    private static final Map<String, String> TELLING = telling();

    private final JsonMapper json;
    private final Words words = new Words();

    EventWords(JsonMapper json) {
        this.json = json;
    }

    Moment tell(LoggedEvent event) {
        JsonNode payload = event.payload();
        boolean byPerson = payload.has("actor");
        List<Fact> facts = new ArrayList<>();
        TELLING.forEach((field, name) -> {
            JsonNode value = payload.path(field);
            if (!value.isMissingNode() && !value.isNull() && !(byPerson && field.equals("reason"))) {
                facts.add(new Fact(name, text(value)));
            }
        });
        if (byPerson) {
            event.actor().ifPresent(actor -> facts.add(new Fact("by", actor)));
        }
        return new Moment(
                kind(event.type(), byPerson),
                event.recordedAt(),
                words.event(event.type()),
                byPerson ? payload.path("reason").asString("") : "",
                List.copyOf(facts),
                traces(event),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(event));
    }

    private static List<Fact> traces(LoggedEvent event) {
        List<Fact> traces = new ArrayList<>();
        traces.add(new Fact("position", Long.toString(event.position())));
        event.actor().ifPresent(actor -> traces.add(new Fact("by", actor)));
        event.correlationId().ifPresent(id -> traces.add(new Fact("correlation and trace", id)));
        event.causationId().ifPresent(id -> traces.add(new Fact("command", id)));
        traces.add(new Fact("hash", event.hash()));
        return List.copyOf(traces);
    }

    private static Kind kind(String type, boolean byPerson) {
        if (byPerson) {
            return Kind.PERSON;
        }
        if (MONEY.contains(type)) {
            return Kind.MONEY;
        }
        if (TROUBLE.contains(type)) {
            return Kind.TROUBLE;
        }
        return WELL.contains(type) ? Kind.WELL : Kind.EVENT;
    }

    private String text(JsonNode value) {
        if (value.has("currency")) {
            return value.path("amount").asString("") + " "
                    + value.path("currency").asString("");
        }
        String text = value.asString("");
        return TIME.matcher(text).matches() ? words.time(Instant.parse(text)) : text;
    }

    private static Map<String, String> telling() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("amount", "amount");
        all.put("attempt", "attempt");
        all.put("inquiry", "inquiry");
        all.put("reason", "reason");
        all.put("claimed", "the bank says");
        all.put("outcome", "outcome");
        all.put("evidence", "evidence");
        all.put("bankReference", "bank reference");
        all.put("valueDate", "value date");
        all.put("contra", "against");
        all.put("deadline", "answer awaited until");
        all.put("nextAttemptAt", "next attempt");
        all.put("nextInquiryAt", "next inquiry");
        all.put("catalogueVersion", "catalogue version");
        all.put("approvedBy", "agreed to by");
        return all;
    }
}
