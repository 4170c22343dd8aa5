package io.ledgerbank.simulator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** {@code GET /journal}: every kept decision in order, and what arrived without one. */
final class JournalEndpoint {

    private final PaymentDesk desk;

    JournalEndpoint(PaymentDesk desk) {
        this.desk = desk;
    }

    record Page(List<Entry> entries, List<Undecided> undecided) {}

    record Entry(int sequence, @JsonUnwrapped PaymentAnswer answer, int arrivals, PaymentInstruction instruction) {}

    record Undecided(String instructionId, int arrivals) {}

    void show(Exchange exchange) throws IOException {
        List<Decided> decisions = desk.decisions();
        List<Entry> entries = IntStream.range(0, decisions.size())
                .mapToObj(index -> entry(index + 1, decisions.get(index)))
                .toList();
        List<Undecided> undecided = desk.undecided().stream()
                .map(id -> new Undecided(id, desk.arrivalsOf(id)))
                .toList();
        exchange.json(200, new Page(entries, undecided));
    }

    private Entry entry(int sequence, Decided decision) {
        return new Entry(
                sequence,
                PaymentAnswer.of(decision),
                desk.arrivalsOf(decision.instructionId()),
                decision.instruction());
    }
}
