package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what somebody sent can be a checkpoint at all. */
interface CheckpointFormat {

    Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");
    int HASH_LENGTH = 64;
    int KEY_ID_LENGTH = 16;
    int SIGNATURE_LENGTH = 128;
    Instant FIRST = Instant.EPOCH;
    Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    static Optional<Rejection> check(Checkpoint checkpoint) {
        boolean possible = covers(checkpoint)
                && isHex(checkpoint.headHash(), HASH_LENGTH)
                && isHex(checkpoint.merkleRoot(), HASH_LENGTH)
                && isHex(checkpoint.previousHash(), HASH_LENGTH)
                && isHex(checkpoint.keyId(), KEY_ID_LENGTH)
                && isHex(checkpoint.signature(), SIGNATURE_LENGTH)
                && isTime(checkpoint.signedAt());
        return possible
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        Reason.INVALID_CHECKPOINT_FORMAT,
                        "A checkpoint is as GET /api/audit/checkpoints has it, with hashes in lower-case hexadecimal"));
    }

    private static boolean covers(Checkpoint checkpoint) {
        return checkpoint.previousPosition() >= 0
                && checkpoint.position() > checkpoint.previousPosition()
                && checkpoint.events() == checkpoint.position() - checkpoint.previousPosition();
    }

    private static boolean isHex(String text, int length) {
        return text.length() == length && HEX.matcher(text).matches();
    }

    /** To the microsecond, because no more is signed. */
    private static boolean isTime(Instant time) {
        return !time.isBefore(FIRST)
                && !time.isAfter(LAST)
                && time.truncatedTo(ChronoUnit.MICROS).equals(time);
    }
}
