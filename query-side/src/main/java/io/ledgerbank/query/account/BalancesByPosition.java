package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Tells balances as they were at a position of the log. It does not ask who wants to know. Thread-safe.
 */
public class BalancesByPosition {

    private final PastBalances past;
    private final KnowledgeReader knowledge;
    private final Clock calendar;

    /** @param calendar shows the time in the zone in whose days the bank books */
    BalancesByPosition(PastBalances past, KnowledgeReader knowledge, Clock calendar) {
        this.past = past;
        this.knowledge = knowledge;
        this.calendar = calendar;
    }

    /** Shows the time in the zone in whose days the bank books. */
    public Clock calendar() {
        return calendar;
    }

    /** The last position that accounts and their entries both reckon in; what is up to there changes no more. */
    public long known() {
        return knowledge.now().position();
    }

    /** Whether the time has come and all that was recorded until then is reckoned in. */
    public boolean knowsAllUntil(Instant time) {
        return !calendar.instant().isBefore(time) && knowledge.at(time).at().equals(time);
    }

    /** The last known position that was recorded by a time. */
    public long lastRecordedBy(Instant time) {
        return knowledge.at(time).position();
    }

    /** When the event at the position was recorded. */
    public Instant recordedAt(long position) {
        return knowledge.recordedAt(position).orElse(Instant.EPOCH);
    }

    /** All that was booked up to a known position, whenever it counts. */
    public AccountBalance at(AccountId id, Currency currency, long position) {
        Instant at = recordedAt(position);
        return past.known(new Knowledge(position, at), id, currency, at, LocalDate.MAX);
    }
}
