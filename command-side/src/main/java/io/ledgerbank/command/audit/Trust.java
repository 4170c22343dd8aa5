package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Head;
import java.util.Optional;

/** Whether a checkpoint can be believed, and whether the log agrees with it. Thread-safe. */
final class Trust {

    private final SigningKeys keys;
    private final StoredHashes hashes;

    Trust(SigningKeys keys, StoredHashes hashes) {
        this.keys = keys;
        this.hashes = hashes;
    }

    SignatureVerdict judge(Checkpoint checkpoint) {
        return keys.judge(SignedForm.of(checkpoint), checkpoint.keyId(), checkpoint.signature());
    }

    /** What is wrong with its signature, or with its place behind the one before. */
    Optional<Finding> doubt(Checkpoint checkpoint, Optional<Checkpoint> previous) {
        long first = positionOf(previous) + 1;
        return doubt(checkpoint, first)
                .or(() -> follows(checkpoint, previous)
                        ? Optional.empty()
                        : found(first, Damage.CHECKPOINT_MISSING, checkpoint));
    }

    /**
     * What is wrong with its signature.
     *
     * @param first the first position that it alone vouches for
     */
    Optional<Finding> doubt(Checkpoint checkpoint, long first) {
        return switch (judge(checkpoint)) {
            case GENUINE -> Optional.empty();
            case FORGED -> found(first, Damage.CHECKPOINT_FORGED, checkpoint);
            case OF_UNKNOWN_KEY -> found(first, Damage.CHECKPOINT_KEY_UNKNOWN, checkpoint);
        };
    }

    /** Holds what was examined against what the checkpoint says of the same range. */
    Optional<Finding> disagreement(Checkpoint checkpoint, Head head, MerkleTree tree) {
        boolean agrees = Ranges.head(checkpoint).equals(head)
                && checkpoint.events() == tree.size()
                && checkpoint.merkleRoot().equals(tree.root().toString());
        return agrees ? Optional.empty() : rewritten(checkpoint);
    }

    /** Whether the log still has the event that the checkpoint signed as its head. */
    Optional<Finding> lostHead(Checkpoint checkpoint) {
        Optional<StoredHashes.Stored> stored = hashes.at(checkpoint.position());
        if (stored.isPresent()) {
            return stored.get().hash().equals(checkpoint.headHash()) ? Optional.empty() : rewritten(checkpoint);
        }
        long head = hashes.head().position();
        return head < checkpoint.position()
                ? found(head + 1, Damage.TRUNCATED, checkpoint)
                : found(checkpoint.position(), Damage.MISSING, checkpoint);
    }

    /** Holds the stored hashes, which a walk along the chain has to prove first, against a genuine checkpoint. */
    Optional<Finding> storedDisagreement(Checkpoint checkpoint) {
        return lostHead(checkpoint).or(() -> {
            MerkleTree tree = hashes.tree(checkpoint.previousPosition(), checkpoint.position());
            return disagreement(checkpoint, Ranges.head(checkpoint), tree);
        });
    }

    static String previousHash(Optional<Checkpoint> previous) {
        return previous.map(checkpoint -> SignedForm.of(checkpoint).hash()).orElse(EventHash.NONE.toString());
    }

    static long positionOf(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::position).orElse(Head.START.position());
    }

    private static boolean follows(Checkpoint checkpoint, Optional<Checkpoint> previous) {
        return checkpoint.previousPosition() == positionOf(previous)
                && checkpoint.previousHash().equals(previousHash(previous));
    }

    private static Optional<Finding> rewritten(Checkpoint checkpoint) {
        return found(checkpoint.previousPosition() + 1, Damage.REWRITTEN, checkpoint);
    }

    private static Optional<Finding> found(long position, Damage damage, Checkpoint checkpoint) {
        return Optional.of(Finding.at(position, damage, checkpoint.position()));
    }
}
