package io.ledgerbank.command.eventlog;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CommandSideTest
class OutdatedSnapshotsTest {

    private final TestBank bank;
    private final EventStorageEngine log;
    private final SnapshotTable snapshots;
    private final AggregateCache cache;
    private final SeenHeads seen;

    OutdatedSnapshotsTest(
            TestBank bank, EventStorageEngine log, SnapshotTable snapshots, AggregateCache cache, SeenHeads seen) {
        this.seen = seen;
        this.bank = bank;
        this.log = log;
        this.snapshots = snapshots;
        this.cache = cache;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void a_snapshot_of_another_revision_is_ignored_and_taken_anew(int distance) {
        AccountId account = accountOf975PoundsWithSnapshot();
        String today = snapshot(account).revision().orElseThrow();
        outdate(account, Optional.of(Integer.toString(Integer.parseInt(today) + distance)));
        assertThat(log.readSnapshot(account.toString())).isEmpty();
        cache.removeAll();

        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("975.01")))).contains(Reason.INSUFFICIENT_FUNDS);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> log.readSnapshot(account.toString()).isPresent());
        assertThat(snapshot(account).revision()).contains(today);
        assertThat(payload(snapshot(account))).contains("\"975.00\"");
    }

    @Test
    void a_snapshot_that_was_written_before_revisions_were_is_of_the_first() {
        AccountId account = accountOf975PoundsWithSnapshot();

        outdate(account, Optional.of("1"));
        boolean firstIsRead = log.readSnapshot(account.toString()).isPresent();
        outdate(account, Optional.empty());

        assertThat(log.readSnapshot(account.toString()).isPresent()).isEqualTo(firstIsRead);
    }

    private AccountId accountOf975PoundsWithSnapshot() {
        AccountId account = bank.openWith(ALICE, pounds("1000.00"));
        for (int i = 0; i < 25; i++) {
            bank.pay(TELLER, withdrawal(account, pounds("1.00")));
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> snapshots.newest(account.toString()).isPresent());
        return account;
    }

    /** As another version of the service would have left it, one that counted money otherwise. */
    private void outdate(AccountId account, Optional<String> revision) {
        LogEntry current = snapshot(account);
        LogEntry outdated = new LogEntry(
                current.eventId(),
                current.streamType(),
                current.streamId(),
                current.sequence(),
                current.type(),
                revision,
                current.recordedAt(),
                current.metadata(),
                payload(current)
                        .replaceFirst("\"posted\":\\{\"amount\":\"[0-9.]+\"", "\"posted\":{\"amount\":\"99999.00\"")
                        .getBytes(StandardCharsets.UTF_8));
        snapshots.replace(outdated, seen.newest());
        assertThat(snapshot(account).revision()).isEqualTo(revision);
        assertThat(payload(snapshot(account))).contains("99999.00");
    }

    private LogEntry snapshot(AccountId account) {
        return snapshots.newest(account.toString()).orElseThrow();
    }

    private static String payload(LogEntry snapshot) {
        return new String(snapshot.payload(), StandardCharsets.UTF_8);
    }
}
