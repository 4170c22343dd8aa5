package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.ChainVerifier;
import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Head;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Examines parts of the log, each against the hash of the event before it. Thread-safe. */
final class Ranges {

    /**
     * What an examination found.
     *
     * @param reached the last event that is intact
     * @param tree over the events from the first one examined to that one
     */
    record Examined(Head reached, MerkleTree tree, Optional<Finding> broken) {}

    private final ChainVerifier chain;
    private final StoredHashes hashes;

    Ranges(ChainVerifier chain, StoredHashes hashes) {
        this.chain = chain;
        this.hashes = hashes;
    }

    /** The place in the log that a checkpoint states. */
    static Head head(Checkpoint checkpoint) {
        return new Head(checkpoint.position(), new EventHash(HexFormat.of().parseHex(checkpoint.headHash())));
    }

    /** What stands behind the given place, to the log's end. */
    Examined examine(Head from, Consumer<Head> progress) {
        return examined(from, Long.MAX_VALUE, progress);
    }

    /**
     * What stands behind the given place, as far as to a position that a checkpoint says there is.
     *
     * @param progress told every event that is intact
     */
    Examined examine(Head from, Checkpoint upTo, Consumer<Head> progress) {
        Examined found = examined(from, upTo.position(), progress);
        if (found.broken().isPresent() || found.reached().position() == upTo.position()) {
            return found;
        }
        return new Examined(found.reached(), found.tree(), Optional.of(gap(found.reached(), upTo)));
    }

    private Examined examined(Head from, long upTo, Consumer<Head> progress) {
        MerkleTree tree = new MerkleTree();
        Head[] reached = {from};
        ChainReport report = chain.verify(from, upTo, event -> {
            progress.accept(event);
            tree.add(event.hash());
            reached[0] = event;
        });
        return new Examined(reached[0], tree, broken(report));
    }

    private Finding gap(Head reached, Checkpoint missed) {
        long first = reached.position() + 1;
        return hashes.head().position() > reached.position()
                ? Finding.at(first, Damage.MISSING)
                : Finding.at(first, Damage.TRUNCATED, missed.position());
    }

    private static Optional<Finding> broken(ChainReport report) {
        return switch (report) {
            case ChainReport.Intact intact -> Optional.empty();
            case ChainReport.Broken broken ->
                Optional.of(Finding.at(
                        broken.position(),
                        switch (broken.damage()) {
                            case MISSING -> Damage.MISSING;
                            case CHANGED -> Damage.CHANGED;
                        }));
        };
    }
}
