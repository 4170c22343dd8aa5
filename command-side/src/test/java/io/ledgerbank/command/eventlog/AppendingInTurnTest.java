package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.CurrencyCode;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.testing.CommandSideTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CommandSideTest
class AppendingInTurnTest {

    private final AccountId slow = AccountId.next();
    private final AccountId quick = AccountId.next();
    private final EventStorageEngine engine;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AppendingInTurnTest(EventStorageEngine engine, JdbcClient database, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void no_later_position_is_seen_before_an_earlier_one() {
        CompletableFuture<Void> second = transaction.execute(status -> {
            append(slow);
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> transaction.executeWithoutResult(inner -> append(quick)));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
            assertThat(other).isNotDone();
            return other;
        });
        second.join();

        assertThat(positionOf(slow)).isLessThan(positionOf(quick));
    }

    private void append(AccountId account) {
        engine.appendEvents(new GenericDomainEventMessage<>(
                "Account",
                account.toString(),
                0,
                new FundsHeld(account, PaymentId.next(), Money.of("1.00", CurrencyCode.parse("GBP")))));
    }

    private int waiting() {
        return database.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Integer.class)
                .single();
    }

    private long positionOf(AccountId account) {
        return database.sql("SELECT position FROM eventlog.event WHERE stream_id = ?")
                .param(account.toString())
                .query(Long.class)
                .single();
    }
}
