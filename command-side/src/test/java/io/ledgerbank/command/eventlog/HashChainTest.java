package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected hashes were computed by another program from the documented layout. */
class HashChainTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void the_layout_of_what_is_hashed_never_changes() {
        HashChain chain = new HashChain();
        LogEntry first = entry("a1", 0, "AccountOpened", Optional.empty(), 1_999, "{}", "{\"name\":\"Zoë\"}");
        LogEntry second = entry("a2", 1, "AccountDebited", Optional.of("2"), 2_000, "{\"actor\":\"x\"}", "{}");

        Head one = chain.append(Head.START, first);
        Head two = chain.append(one, second);

        assertThat(one.position()).isEqualTo(1);
        assertThat(one.hash()).hasToString("5cbf46d3b0d342062a0c9e5480f88ef1097fe2c87aa2e62805ad9d4961852618");
        assertThat(two.position()).isEqualTo(2);
        assertThat(two.hash()).hasToString("71c1bd191c5d62d00b89ac47ed2bd771da32086424bfd5dc54818949b7cb24d8");
    }

    private static LogEntry entry(
            String id,
            long sequence,
            String type,
            Optional<String> revision,
            long nanos,
            String metadata,
            String payload) {
        return new LogEntry(
                UUID.fromString("01900000-0000-7000-8000-0000000000" + id),
                "Account",
                "s",
                sequence,
                type,
                revision,
                LogEntry.micros(MIDNIGHT.plusNanos(nanos)),
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }
}
