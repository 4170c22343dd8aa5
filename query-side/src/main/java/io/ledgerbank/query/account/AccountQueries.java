package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import io.ledgerbank.query.projection.LogPosition;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Answers what an account is and what was booked on it: to its owner and to staff; to anybody else it does not exist.
 * Thread-safe.
 */
public class AccountQueries {

    private final AccountRows accounts;
    private final RecentBalances balances;
    private final PastBalances past;
    private final EntityManager entities;
    private final Clock calendar;

    /** @param calendar shows the time in the zone in whose days the bank books */
    AccountQueries(
            AccountRows accounts, RecentBalances balances, PastBalances past, EntityManager entities, Clock calendar) {
        this.accounts = accounts;
        this.balances = balances;
        this.past = past;
        this.entities = entities;
        this.calendar = calendar;
    }

    /** The caller's accounts, or everybody's for staff. */
    public Page<AccountDetails> accounts(Caller caller, Paging paging) {
        return Listing.of(AccountRow.class, "readmodel.account", SortColumn.time("opened_at"))
                .whereGiven("owner_id = :owner", "owner", restriction(caller).map(UserId::value))
                .page(entities, paging)
                .map(AccountRow::details);
    }

    /** @throws RejectedException {@code account_not_found} */
    public AccountDetails account(AccountId id, Caller caller) {
        return visible(id, caller).details();
    }

    /** @throws RejectedException {@code account_not_found} */
    public AccountBalance balance(AccountId id, Caller caller) {
        return balance(id, LogPosition.NONE, caller);
    }

    /**
     * @param atLeast the position of a write that the balance of now must show
     * @throws RejectedException {@code account_not_found}, or {@code invalid_parameter} when nobody can know yet
     */
    public AccountBalance balance(AccountId id, Perspective perspective, long atLeast, Caller caller) {
        if (perspective.isOfNow()) {
            return balance(id, atLeast, caller);
        }
        return past.seen(perspective, id, visible(id, caller).details().currency());
    }

    /** @throws RejectedException {@code account_not_found} */
    public Page<EntryDetails> entries(AccountId id, EntryFilter filter, Paging paging, Caller caller) {
        visible(id, caller);
        return Listing.of(EntryRow.class, "readmodel.entry", SortColumn.date("booking_date"))
                .where("account_id = :account", "account", id.value())
                .whereGiven("booking_date >= :from", "from", filter.from())
                .whereGiven("booking_date <= :to", "to", filter.to())
                .whereGiven(
                        "direction = :direction",
                        "direction",
                        filter.direction().map(Enum::name))
                .page(entities, paging)
                .map(EntryRow::details);
    }

    /**
     * What is on its way, newest first.
     *
     * @throws RejectedException {@code account_not_found}
     */
    public Page<HoldDetails> holds(AccountId id, Paging paging, Caller caller) {
        visible(id, caller);
        return Listing.ofLog(HoldRow.class, "readmodel.hold")
                .where("ended_position IS NULL AND account_id = :account", "account", id.value())
                .page(entities, paging)
                .map(HoldRow::details);
    }

    /** @throws RejectedException {@code account_not_found} */
    public AccountHealth health(AccountId id, Caller caller) {
        AccountRow account = visible(id, caller);
        return AccountHealth.of(account.details(), account.spending(), LocalDate.now(calendar));
    }

    private AccountBalance balance(AccountId id, long atLeast, Caller caller) {
        return balances.now(id, atLeast)
                .filter(balance -> balance.isVisibleTo(caller))
                .orElseThrow(() -> notFound(id))
                .seenAt(calendar.instant());
    }

    private AccountRow visible(AccountId id, Caller caller) {
        return accounts.findById(id.value())
                .filter(account -> caller.isStaff() || caller.owns(account.owner()))
                .orElseThrow(() -> notFound(id));
    }

    private static Optional<UserId> restriction(Caller caller) {
        return caller.isStaff() ? Optional.empty() : Optional.of(caller.userId());
    }

    private static RejectedException notFound(AccountId id) {
        return new RejectedException(Reason.ACCOUNT_NOT_FOUND, "There is no account " + id + " for this caller");
    }
}
