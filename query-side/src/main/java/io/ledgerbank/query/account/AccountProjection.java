package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.projection.LogPosition;
import java.sql.Timestamp;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each account's balances and holds. Events of one account come in the order of their positions. */
final class AccountProjection {

    private final JdbcClient jdbc;
    private final HoldTable holds;

    AccountProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.holds = new HoldTable(jdbc);
    }

    @EventHandler
    void on(AccountOpened event, TrackingToken token) {
        long position = LogPosition.of(token);
        jdbc.sql("""
                INSERT INTO readmodel.account (id, owner_id, name, type, currency, iban, status, posted, held,
                        overdraft_limit, single_limit, opened_at, position, last_position)
                VALUES (:id, :owner, :name, :type, :currency, :iban, :status, 0, 0, 0, :singleLimit, :openedAt,
                        :position, :position)
                ON CONFLICT (id) DO NOTHING""")
                .param("id", event.accountId().value())
                .param("owner", event.ownerId().value())
                .param("name", event.name())
                .param("type", event.type().name())
                .param("currency", event.currency().getCurrencyCode())
                .param("iban", event.iban().value())
                .param("status", AccountStatus.ACTIVE.name())
                .param("singleLimit", event.limits().singleLimit().minorUnits())
                .param("openedAt", Timestamp.from(event.openedAt()))
                .param("position", position)
                .update();
    }

    @EventHandler
    void on(FundsHeld event, TrackingToken token) {
        long position = LogPosition.of(token);
        change(event, none(event.amount()), event.amount(), position);
        holds.place(event, position);
    }

    @EventHandler
    void on(HoldReleased event, TrackingToken token) {
        long position = LogPosition.of(token);
        holds.end(event.paymentId(), position);
        change(event, none(event.amount()), event.amount().negated(), position);
    }

    @EventHandler
    void on(HoldCaptured event, TrackingToken token) {
        long position = LogPosition.of(token);
        holds.end(event.paymentId(), position);
        change(event, event.amount().negated(), event.amount().negated(), position);
    }

    @EventHandler
    void on(AccountDebited event, TrackingToken token) {
        change(event, event.amount().negated(), none(event.amount()), LogPosition.of(token));
    }

    @EventHandler
    void on(AccountCredited event, TrackingToken token) {
        change(event, event.amount(), none(event.amount()), LogPosition.of(token));
    }

    private static Money none(Money amount) {
        return Money.zero(amount.currency());
    }

    private void change(AccountEvent event, Money posted, Money held, long position) {
        int changed = jdbc.sql("""
                UPDATE readmodel.account
                SET posted = posted + :posted, held = held + :held, last_position = :position
                WHERE id = :id AND last_position < :position""")
                .param("posted", posted.minorUnits())
                .param("held", held.minorUnits())
                .param("position", position)
                .param("id", event.accountId().value())
                .update();
        if (changed == 0) {
            requireKnown(event, position);
        }
    }

    /** An event that the row already reflects changes nothing; one of an account never opened must not get lost. */
    private void requireKnown(AccountEvent event, long position) {
        Optional<Integer> known = jdbc.sql("SELECT 1 FROM readmodel.account WHERE id = :id")
                .param("id", event.accountId().value())
                .query(Integer.class)
                .optional();
        if (known.isEmpty()) {
            throw new IllegalStateException(
                    "The event at " + position + " is of account " + event.accountId() + ", which was not opened");
        }
    }
}
