package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.saga.bank.BankTransaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A UUIDv7 of a line's own time, which is the same however often the line is read. */
final class LineId {

    private static final long VERSION = 0x7000;
    private static final long RANDOM_A = 0x0FFF;
    private static final int TIME_SHIFT = 16;

    private LineId() {}

    static UUID of(UUID account, BankTransaction line) {
        ByteBuffer hash = ByteBuffer.wrap(Proof.sha256((account + "/" + line.id()).getBytes(StandardCharsets.UTF_8)));
        long time = line.bookedAt().toEpochMilli() << TIME_SHIFT;
        return new UUID(
                time | VERSION | (hash.getLong() & RANDOM_A), Uuids.VARIANT | (hash.getLong() & ~Uuids.VARIANTS));
    }
}
