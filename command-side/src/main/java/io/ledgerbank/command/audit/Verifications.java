package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.id.Uuids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for verifications of the whole log, of which there is one at a time on all nodes together. Thread-safe. */
final class Verifications {

    private final VerificationTable table;
    private final StoredHashes hashes;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Instant startedAt;

    Verifications(VerificationTable table, StoredHashes hashes, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.transactions = transactions;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Begins one, or joins the one that runs. */
    Verification request() {
        return request(Optional.empty());
    }

    /**
     * Begins one, or joins the one that runs.
     *
     * @param witness a genuine checkpoint kept elsewhere; the verification ends only after the log was held against it
     */
    Verification request(Optional<Checkpoint> witness) {
        while (true) {
            Optional<Verification> verification = Objects.requireNonNull(transactions.execute(status -> {
                Optional<Verification> joined = table.lockRunning().or(this::begun);
                joined.ifPresent(
                        running -> witness.ifPresent(checkpoint -> table.addWitness(running.id(), checkpoint)));
                return joined;
            }));
            if (verification.isPresent()) {
                return verification.get();
            }
        }
    }

    /** The last one begun. */
    Optional<Verification> newest() {
        return table.newest();
    }

    /** The last one that has ended, while another may run. */
    Optional<Verification> newestFinished() {
        return table.newestFinished();
    }

    /** Begins one when that long has passed since the last began, or since this node has started if there was none. */
    void requestWhenDue(Duration every) {
        Instant last = newest().map(Verification::startedAt).orElse(startedAt);
        if (!clock.instant().isBefore(last.plus(every))) {
            request();
        }
    }

    /** Nothing when another began at the same time, which then can be joined. */
    private Optional<Verification> begun() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Verification verification = Verification.begun(Uuids.next(), now, hashes.head());
        return table.begin(verification) ? Optional.of(verification) : Optional.empty();
    }
}
