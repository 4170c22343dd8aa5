package io.ledgerbank.query.explanation;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.BalancesByPosition;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import io.ledgerbank.query.payment.PaymentCauses;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Explains balances from the log: to an account's owner and to staff; to anybody else the account does not exist. A part of
 * an explanation costs the same for accounts of ten changes and of ten million. Thread-safe.
 */
public class Explanations {

    private static final SortColumn SEQUENCE = new SortColumn("sequence", Long::valueOf);

    private final AccountQueries accounts;
    private final BalancesByPosition balances;
    private final PaymentCauses causes;
    private final EventStore log;
    private final EntityManager entities;

    Explanations(
            AccountQueries accounts,
            BalancesByPosition balances,
            PaymentCauses causes,
            EventStore log,
            EntityManager entities) {
        this.accounts = accounts;
        this.balances = balances;
        this.causes = causes;
        this.log = log;
        this.entities = entities;
    }

    /**
     * What changed the account's balance, newest first.
     *
     * @throws RejectedException {@code account_not_found}, {@code invalid_cursor}
     */
    public Page<BalanceChange> changes(AccountId id, Paging paging, Caller caller) {
        AccountDetails account = accounts.account(id, caller);
        Page<ChangeRow> places = Listing.of(ChangeRow.class, "eventlog.event", SEQUENCE)
                .where("stream_id = :account AND type IN (" + Effect.TYPES + ")", "account", id.toString())
                .where("position <= :known", "known", balances.known())
                .page(entities, paging);
        if (places.items().isEmpty()) {
            return new Page<>(List.of(), places.nextCursor());
        }
        return new Page<>(explained(account, places.items(), caller), places.nextCursor());
    }

    /** From the newest back: what there was before one change is what there was after the one before it. */
    private List<BalanceChange> explained(AccountDetails account, List<ChangeRow> newestFirst, Caller caller) {
        Iterator<? extends DomainEventMessage<?>> events =
                events(account.id(), newestFirst).iterator();
        List<BalanceChange> explained = new ArrayList<>();
        Amounts after = at(account, newestFirst.getFirst().position());
        for (ChangeRow place : newestFirst) {
            DomainEventMessage<?> event = events.next();
            Effect effect = Effect.of((AccountEvent) event.getPayload());
            Amounts now = after;
            Amounts change = effect.change().orElseGet(() -> now.minus(at(account, place.position() - 1)));
            explained.add(explained(place, event, effect, change, after, caller));
            after = after.minus(change);
        }
        return explained;
    }

    private Amounts at(AccountDetails account, long position) {
        return Amounts.of(balances.at(account.id(), account.currency(), position));
    }

    /** Those at the places, in their order. */
    private List<? extends DomainEventMessage<?>> events(AccountId id, List<ChangeRow> newestFirst) {
        Set<Long> wanted = newestFirst.stream().map(ChangeRow::sequence).collect(Collectors.toSet());
        long last = newestFirst.getFirst().sequence();
        return log.readEvents(id.toString(), newestFirst.getLast().sequence())
                .asStream()
                .takeWhile(event -> event.getSequenceNumber() <= last)
                .filter(event -> wanted.contains(event.getSequenceNumber()))
                .toList()
                .reversed();
    }

    private BalanceChange explained(
            ChangeRow place, DomainEventMessage<?> event, Effect effect, Amounts change, Amounts after, Caller caller) {
        return new BalanceChange(
                place.position(),
                place.sequence(),
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                change,
                after,
                metadata(event, MetadataKeys.ACTOR).filter(actor -> mayBeTold(actor, caller)),
                metadata(event, MetadataKeys.CORRELATION_ID),
                effect.paymentId(),
                effect.counterparty(),
                effect.remittanceInformation(),
                effect.paymentId().flatMap(payment -> causes.of(payment, event, caller)));
    }

    /** Customers do not learn each other's ids, nor those of the bank's staff. */
    private static boolean mayBeTold(String actor, Caller caller) {
        return caller.isStaff()
                || actor.equals(caller.toString())
                || actor.equals(Caller.system().toString());
    }

    private static Optional<String> metadata(DomainEventMessage<?> event, String key) {
        return Optional.ofNullable(event.getMetaData().get(key)).map(Object::toString);
    }
}
