package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.FieldWriter;
import io.ledgerbank.command.eventlog.Sha256;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The bytes that a signature is taken over: fields in a fixed order, each preceded by its length in bytes as a four-byte
 * integer. Integers are signed and big-endian, numbers and times (microseconds since 1970-01-01T00:00:00Z) have eight
 * bytes, texts are UTF-8. The first field is the form's title, so no form can be taken for another. For one thread.
 */
final class SignedForm {

    private static final String CHECKPOINT = "LedgerBank checkpoint 1";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final FieldWriter fields = new FieldWriter(bytes::write);

    SignedForm(String title) {
        text(title);
    }

    /** Everything of a checkpoint but its signature, in the order in which the record has it. */
    static SignedForm of(Checkpoint checkpoint) {
        return new SignedForm(CHECKPOINT)
                .number(checkpoint.position())
                .hex(checkpoint.headHash())
                .number(checkpoint.events())
                .hex(checkpoint.merkleRoot())
                .time(checkpoint.signedAt())
                .number(checkpoint.previousPosition())
                .hex(checkpoint.previousHash())
                .hex(checkpoint.keyId());
    }

    SignedForm number(long value) {
        fields.number(value);
        return this;
    }

    SignedForm time(Instant time) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    SignedForm hex(String hex) {
        fields.bytes(HexFormat.of().parseHex(hex));
        return this;
    }

    SignedForm text(String text) {
        fields.text(text);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes()));
    }
}
