package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.money.CurrencyCode;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bank says of an instruction, in an answer or a notification. It comes from outside: anything may be missing or
 * wrong.
 */
record BankReply(
        @Nullable String instructionId,
        @Nullable String status,
        @Nullable String isoReason,
        @Nullable String bankReference,
        @Nullable LocalDate valueDate,
        @Nullable Amount amount) {

    record Amount(@Nullable String amount, @Nullable String currency) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final BankReply NOTHING = new BankReply(null, null, null, null, null, null);

    /** Empty when it names no sum, as it may; what it names need not be one. */
    Optional<Money> money() throws NoSuchMoney {
        if (amount == null) {
            return Optional.empty();
        }
        if (amount.amount() == null || amount.currency() == null) {
            throw new NoSuchMoney();
        }
        try {
            return Optional.of(Money.of(amount.amount(), CurrencyCode.parse(amount.currency())));
        } catch (RejectedException malformed) {
            throw new NoSuchMoney();
        }
    }

    /** Whether it speaks of another sum than this. */
    boolean contradicts(Money expected) {
        try {
            return money().filter(named -> !named.equals(expected)).isPresent();
        } catch (NoSuchMoney nonsense) {
            return true;
        }
    }

    /** What was named as a sum is none. */
    static final class NoSuchMoney extends Exception {

        private static final long serialVersionUID = 1L;

        NoSuchMoney() {
            super("What a bank names as a sum is none", null, false, false);
        }
    }

    /** A text that is no such reply says nothing. */
    static BankReply parse(String text) {
        try {
            BankReply reply = JSON.readValue(text, BankReply.class);
            return reply == null ? NOTHING : reply;
        } catch (JacksonException nonsense) {
            return NOTHING;
        }
    }
}
