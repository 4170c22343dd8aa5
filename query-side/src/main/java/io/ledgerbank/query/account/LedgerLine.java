package io.ledgerbank.query.account;

import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.query.projection.Recorded;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.Stream;

/** One line of the ledger and the event that wrote it. */
record LedgerLine(Recorded<MoneyEvent> recorded, Entry entry) {

    /** What sums are kept for. */
    record Key(String account, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::account).thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Stream<LedgerLine> of(Recorded<MoneyEvent> recorded) {
        return recorded.event().entries().stream().map(entry -> new LedgerLine(recorded, entry));
    }

    MoneyEvent event() {
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
