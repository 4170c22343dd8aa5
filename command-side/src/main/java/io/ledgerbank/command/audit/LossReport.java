package io.ledgerbank.command.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events that the service has seen and the log had no more.
 *
 * @param items the newest first
 */
record LossReport(List<Item> items) {

    /**
     * One of them.
     *
     * @param notedAt when it was noticed, or acknowledged
     * @param acknowledgedBy the user who said that the log is to go on without it
     */
    record Item(long position, String hash, Instant notedAt, Optional<String> acknowledgedBy, Optional<String> reason) {

        static Item of(Loss loss) {
            return new Item(
                    loss.position(),
                    loss.hash(),
                    loss.notedAt(),
                    loss.acknowledgement().map(Loss.Acknowledgement::by),
                    loss.acknowledgement().map(Loss.Acknowledgement::reason));
        }
    }

    static LossReport of(List<Loss> losses) {
        return new LossReport(losses.reversed().stream().map(Item::of).toList());
    }
}
