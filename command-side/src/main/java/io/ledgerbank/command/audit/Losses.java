package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.SeenHeads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events that the service has seen and the log has no more. What one node has missed is written down for all, and again by
 * that node if somebody removes it. It stays so until the very event is back or an administrator says that the log is to go
 * on without it. Thread-safe.
 */
final class Losses {

    private final SeenHeads seen;
    private final LossTable table;
    private final StoredHashes hashes;
    private final Clock clock;

    Losses(SeenHeads seen, LossTable table, StoredHashes hashes, Clock clock) {
        this.seen = seen;
        this.table = table;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * The first that is missed.
     *
     * @param vouchedFor up to where checkpoints vouch for the log
     */
    Optional<Finding> finding(long vouchedFor) {
        return missed().stream().mapToLong(Loss::position).min().stream()
                .mapToObj(first -> Finding.at(Math.min(first, vouchedFor + 1), Damage.LOST))
                .findFirst();
    }

    /** All that was ever noticed, each as it is now, the oldest first. */
    List<Loss> all() {
        return List.copyOf(byHead().values());
    }

    /**
     * Lets the log go on without what is missed at a position.
     *
     * @return what that is; nothing when nothing is missed there
     */
    List<Loss> acknowledge(long position, Loss.Acknowledgement acknowledgement) {
        List<Loss> acknowledged = missed().stream()
                .filter(loss -> loss.position() == position)
                .map(loss -> loss.acknowledged(now(), acknowledgement))
                .toList();
        acknowledged.forEach(table::add);
        return acknowledged;
    }

    private List<Loss> missed() {
        Head newest = seen.newest();
        if (!stands(newest)) {
            seen.lose(newest);
        }
        return byHead().values().stream()
                .filter(Loss::isOutstanding)
                .filter(loss -> !stands(loss.head()))
                .toList();
    }

    private synchronized Map<Head, Loss> byHead() {
        Map<Head, Loss> known = new LinkedHashMap<>();
        table.all().forEach(loss -> known.merge(loss.head(), loss, Losses::acknowledgedOne));
        seen.lost().forEach(head -> known.computeIfAbsent(head, this::noted));
        return known;
    }

    private static Loss acknowledgedOne(Loss one, Loss other) {
        return one.isOutstanding() ? other : one;
    }

    private Loss noted(Head lost) {
        Loss loss = Loss.of(lost, now());
        table.add(loss);
        return loss;
    }

    private boolean stands(Head head) {
        return head.equals(Head.START)
                || hashes.at(head.position())
                        .filter(stored -> stored.hash().equals(head.hash().toString()))
                        .isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
