package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.query.projection.Recorded;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.Stream;

/** One line of the ledger and the event that wrote it. */
record LedgerLine(Recorded<Booked> recorded, Entry entry) {

    /** What sums are kept for. */
    record Key(String account, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Stream<LedgerLine> of(Recorded<Booked> recorded) {
        return recorded.event().entries().stream().map(entry -> new LedgerLine(recorded, entry));
    }

    Booked event() {
        return recorded.event();
    }

    Key key() {
        return new Key(entry.account().code(), entry.amount().currency().getCurrencyCode());
    }

    /** What it adds to its account's balance, in minor units; negative for a debit. */
    BigDecimal change() {
        return BigDecimal.valueOf(entry.change().minorUnits());
    }
}
