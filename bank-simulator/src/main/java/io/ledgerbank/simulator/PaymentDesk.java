package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Down;
import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.Behaviour.Notices;
import io.ledgerbank.simulator.Behaviour.Rejects;
import io.ledgerbank.simulator.Behaviour.Reply;
import io.ledgerbank.simulator.Behaviour.TimesOut;
import io.ledgerbank.simulator.Dossier.Ruling;
import io.ledgerbank.simulator.journal.Journal;
import io.ledgerbank.simulator.journal.JournalRecord;
import io.ledgerbank.simulator.journal.JournalRecord.Arrived;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.JournalRecord.ExecutedAgain;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Decides each instruction at most once, unless this bank executes repeats, and keeps the decision before anyone hears of
 * it. Thread-safe; calls wait for the journal and fail with its exception when that cannot be written.
 */
final class PaymentDesk implements AutoCloseable {

    private final ConcurrentMap<String, Dossier> dossiers = new ConcurrentHashMap<>();
    private final Journal journal;
    private final FaultBook faults;
    private final Clock clock;

    PaymentDesk(Path journal, FaultBook faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
        this.journal = Journal.open(journal, this::remember);
    }

    Receipt receive(PaymentInstruction instruction) {
        Faults present = faults.current();
        Dossier dossier = dossierOf(instruction.instructionId());
        int arrival = dossier.arrive();
        Optional<Ruling> earlier = dossier.ruling();
        if (present.outage() != Outage.NONE) {
            return undecided(instruction, earlier.isPresent() ? new Receipt.Away() : new Receipt.Unavailable());
        }
        if (earlier.isPresent()) {
            return repeat(instruction, earlier.get(), arrival);
        }
        return switch (present.towards(instruction)) {
            case Rejects rejects -> decide(dossier, rejection(instruction, rejects), Executes.PROMPTLY, arrival);
            case Executes manner -> decide(dossier, execution(instruction), manner, arrival);
            case Down(int times)
            when arrival > times -> decide(dossier, execution(instruction), Executes.PROMPTLY, arrival);
            case Down _down -> undecided(instruction, new Receipt.Unavailable());
            case TimesOut _silence -> undecided(instruction, new Receipt.Ignored());
        };
    }

    /** Empty when nothing was decided, hence certainly nothing executed so far. */
    Optional<Receipt> inquire(String instructionId) {
        return Optional.ofNullable(dossiers.get(instructionId))
                .flatMap(Dossier::ruling)
                .map(ruling -> truthfully(ruling.once()));
    }

    List<Decided> decisions() {
        return journal.decisions();
    }

    int arrivalsOf(String instructionId) {
        return dossierOf(instructionId).arrivals();
    }

    /** Instructions that arrived without ever being decided, by id. */
    List<String> undecided() {
        return dossiers.entrySet().stream()
                .filter(entry -> entry.getValue().ruling().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isOpen() {
        return journal.isWritable();
    }

    @Override
    public void close() {
        journal.close();
    }

    private Receipt decide(Dossier dossier, Decided decision, Executes manner, int arrival) {
        Ruling proposed = Ruling.proposed(decision);
        if (!dossier.rule(proposed)) {
            return repeat(decision.instruction(), dossier.ruling().orElseThrow(), arrival);
        }
        proposed.keptWith(journal.append(decision));
        return new Receipt.Fresh(proposed.once(), manner);
    }

    private Receipt repeat(PaymentInstruction instruction, Ruling earlier, int arrival) {
        Decided decision = earlier.once();
        if (!instruction.equals(decision.instruction())) {
            return undecided(instruction, new Receipt.Conflicting());
        }
        if (decision instanceof Executed executed && faults.current().executesRepeats()) {
            ExecutedAgain again = once(executed, arrival);
            journal.append(again).join();
            return new Receipt.Fresh(again, Executes.PROMPTLY);
        }
        return undecided(instruction, truthfully(decision));
    }

    private ExecutedAgain once(Executed before, int arrival) {
        Instant now = now();
        return new ExecutedAgain(
                before.instruction(),
                BankReference.of(before.instructionId() + " for the " + arrival + ". time"),
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Receipt truthfully(Decided decision) {
        return faults.current().towards(decision.instruction()) instanceof Executes(Reply reply, Notices _n)
                        && reply == Reply.LOST_FOR_GOOD
                ? new Receipt.Withheld()
                : new Receipt.Repeated(decision);
    }

    private Receipt undecided(PaymentInstruction instruction, Receipt receipt) {
        journal.append(new Arrived(instruction.instructionId())).join();
        return receipt;
    }

    private Executed execution(PaymentInstruction instruction) {
        Instant now = now();
        return new Executed(
                instruction,
                BankReference.of(instruction.instructionId()),
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private Rejected rejection(PaymentInstruction instruction, Rejects rejects) {
        return new Rejected(instruction, rejects.isoReason(), rejects.text(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void remember(JournalRecord earlier) {
        Dossier dossier = dossierOf(earlier.instructionId());
        dossier.arrive();
        if (earlier instanceof ExecutedAgain) {
            return;
        }
        if (earlier instanceof Decided decision && !dossier.rule(Ruling.alreadyKept(decision))) {
            throw new IllegalStateException("The journal decides instruction " + earlier.instructionId() + " twice");
        }
    }

    private Dossier dossierOf(String instructionId) {
        return dossiers.computeIfAbsent(instructionId, _id -> new Dossier());
    }
}
