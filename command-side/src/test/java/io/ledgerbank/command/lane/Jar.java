package io.ledgerbank.command.lane;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The smallest account there can be. */
class Jar {

    /** Coins that were put in, or taken out if negative. */
    record Coins(String jar, long added) {}

    /** How many events all jars have sourced: a jar that stays in memory sources an event once. */
    static final AtomicLong SOURCED = new AtomicLong();

    @AggregateIdentifier
    private String jar;

    private long coins;

    @SuppressWarnings("NullAway.Init")
    Jar() {}

    @SuppressWarnings("NullAway.Init")
    Jar(String jar, long coins) {
        apply(new Coins(jar, coins));
    }

    void add(long added) {
        if (coins + added < 0) {
            throw new RejectedException(Reason.INSUFFICIENT_FUNDS, "There are %d coins".formatted(coins));
        }
        apply(new Coins(jar, added));
    }

    long coins() {
        return coins;
    }

    @EventSourcingHandler
    void on(Coins event) {
        SOURCED.incrementAndGet();
        jar = event.jar();
        coins += event.added();
    }
}
