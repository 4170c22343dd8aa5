package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotSealTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    private static final UUID OTHER_ID = UUID.fromString("01900000-0000-7000-8000-0000000000a2");

    private static final UUID LAST = UUID.fromString("01900000-0000-7000-8000-0000000000a3");

    private final SnapshotSeal seal = sealOf(1);

    @Test
    void a_snapshot_as_it_was_written_fits_its_seal() {
        assertThat(seal.fits(truth(), LAST, seal.of(truth(), LAST))).isTrue();
    }

    @Test
    void a_seal_of_another_service_does_not_fit() {
        assertThat(seal.fits(truth(), LAST, sealOf(2).of(truth(), LAST))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("changed")
    void no_stored_field_can_change_under_the_seal(LogEntry changed) {
        assertThat(seal.fits(changed, LAST, seal.of(truth(), LAST))).isFalse();
    }

    @Test
    void a_seal_is_for_one_last_event() {
        assertThat(seal.fits(truth(), OTHER_ID, seal.of(truth(), LAST))).isFalse();
    }

    static Stream<LogEntry> changed() {
        return Stream.of(
                snapshot(OTHER_ID, "Account", "s", 7, "AccountState", Optional.of("1"), 42, "{}", "[1]"),
                snapshot(ID, "Payment", "s", 7, "AccountState", Optional.of("1"), 42, "{}", "[1]"),
                snapshot(ID, "Account", "t", 7, "AccountState", Optional.of("1"), 42, "{}", "[1]"),
                snapshot(ID, "Account", "s", 8, "AccountState", Optional.of("1"), 42, "{}", "[1]"),
                snapshot(ID, "Account", "s", 7, "OtherState", Optional.of("1"), 42, "{}", "[1]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("2"), 42, "{}", "[1]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.empty(), 42, "{}", "[1]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("1"), 43, "{}", "[1]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("1"), 42, "{ }", "[1]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("1"), 42, "{}", "[2]"),
                snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("1"), 42, "[1]", "{}"));
    }

    private static LogEntry truth() {
        return snapshot(ID, "Account", "s", 7, "AccountState", Optional.of("1"), 42, "{}", "[1]");
    }

    private static LogEntry snapshot(
            UUID id,
            String streamType,
            String streamId,
            long sequence,
            String type,
            Optional<String> revision,
            long recordedAt,
            String metadata,
            String payload) {
        return new LogEntry(
                id,
                streamType,
                streamId,
                sequence,
                type,
                revision,
                recordedAt,
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static SnapshotSeal sealOf(int secret) {
        return new SnapshotSeal(new SecretKeySpec(new byte[] {(byte) secret}, "HmacSHA256"));
    }
}
