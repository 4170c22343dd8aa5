package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.StoredType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as the first version of the service did: the upcasts the other way round. */
final class FirstRevisions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Optional<String> FIRST = Optional.of(Integer.toString(StoredType.FIRST_REVISION));
    private static final Consumer<ObjectNode> BEFORE_CATALOGUES = event -> event.remove("catalogueVersion");

    private static final Map<String, Consumer<ObjectNode>> FORGETTING = Map.of(
            "AccountOpened",
            event -> limits(event).remove(List.of("dailyLimit", "monthlyLimit")),
            "AccountDebited",
            event -> event.remove(List.of("bookedAt", "reversalOf")),
            "FundsHeld",
            event -> event.remove("purpose"),
            "HoldReleased",
            event -> event.remove("heldOn"),
            "PaymentSettled",
            event -> event.remove("heldOn"),
            "AttemptFailed",
            BEFORE_CATALOGUES,
            "OutcomeUnknown",
            BEFORE_CATALOGUES,
            "PaymentParked",
            event -> event.remove(List.of("catalogueVersion", "outcome", "bankCode")),
            "PaymentFailed",
            BEFORE_CATALOGUES,
            "ContradictionResolved",
            event -> event.remove("returnReference"));

    /** A version that could not say what a request was about asked for none of those that are open now. */
    private static final String ALWAYS_LATER = "ApprovalRequested";

    private static final Set<String> LATER_IF_RETURNED = Set.of("FundsHeld", "HoldReleased", "AccountDebited");

    private final Set<String> returned;

    private FirstRevisions(Set<String> returned) {
        this.returned = returned;
    }

    /** The first version knew no returns: what has come back by now was held by a later one, which wrote on which day. */
    static FirstRevisions among(Collection<List<LogEntry>> streams) {
        return new FirstRevisions(streams.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.type().equals("ReturnCredited"))
                .map(FirstRevisions::payment)
                .collect(Collectors.toSet()));
    }

    /** @throws IllegalStateException for an event that has changed its shape in a way unknown here */
    LogEntry of(LogEntry entry) {
        if (entry.revision().equals(FIRST) || isHeldLater(entry)) {
            return entry;
        }
        Consumer<ObjectNode> forgetting = FORGETTING.get(entry.type());
        if (forgetting == null) {
            throw new IllegalStateException("Nobody knows how a " + entry.type() + " was written first");
        }
        ObjectNode event = (ObjectNode) JSON.readTree(entry.payload());
        forgetting.accept(event);
        return new LogEntry(
                entry.eventId(),
                entry.streamType(),
                entry.streamId(),
                entry.sequence(),
                entry.type(),
                FIRST,
                entry.recordedAt(),
                entry.metadata(),
                JSON.writeValueAsBytes(event));
    }

    private boolean isHeldLater(LogEntry entry) {
        return entry.type().equals(ALWAYS_LATER)
                || takesBack(entry)
                || (LATER_IF_RETURNED.contains(entry.type()) && returned.contains(payment(entry)));
    }

    /** Payments were taken back by later versions only. */
    private static boolean takesBack(LogEntry entry) {
        return entry.type().equals("AccountDebited")
                && JSON.readTree(entry.payload()).hasNonNull("reversalOf");
    }

    private static String payment(LogEntry entry) {
        return JSON.readTree(entry.payload()).get("paymentId").asString();
    }

    private static ObjectNode limits(ObjectNode opened) {
        return (ObjectNode) opened.get("limits");
    }
}
