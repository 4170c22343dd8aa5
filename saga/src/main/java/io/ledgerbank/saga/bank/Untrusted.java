package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.money.CurrencyCode;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a bank says field by field, and nothing that could not be. */
final class Untrusted {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_ITEMS = 10_000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Untrusted() {}

    /** What a bank sent cannot be used. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable() {
            super("A bank's answer cannot be used", null, false, false);
        }
    }

    static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new Unusable();
        }
        return value;
    }

    static <T> List<T> present(@Nullable List<T> items) {
        if (items == null || items.size() > MOST_ITEMS || items.stream().anyMatch(item -> item == null)) {
            throw new Unusable();
        }
        return items;
    }

    /** Printable ASCII without blanks. */
    static String id(@Nullable String text) {
        if (text == null || !text.matches("[\\x21-\\x7E]{1," + LONGEST_ID + "}")) {
            throw new Unusable();
        }
        return text;
    }

    static Optional<String> optionalId(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(id(text));
    }

    /** Text of people; what does not print is taken out. */
    static String text(@Nullable String text) {
        String printable = present(text).replaceAll("\\p{C}", "");
        return printable.length() <= LONGEST_TEXT ? printable : printable.substring(0, LONGEST_TEXT);
    }

    /** A time that something can have happened at, and that databases can keep. */
    static Instant plausible(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new Unusable();
        }
        return time;
    }

    /** @throws RejectedException when there can be no such sum */
    static Money money(BankReply.@Nullable Amount amount) {
        BankReply.Amount sum = present(amount);
        return Money.of(present(sum.amount()), CurrencyCode.parse(present(sum.currency())));
    }
}
