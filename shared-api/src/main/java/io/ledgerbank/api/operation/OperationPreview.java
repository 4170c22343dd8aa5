package io.ledgerbank.api.operation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What an operation would do if it were done now.
 *
 * @param secondPersonNeeded whether somebody else has to agree before any of it happens
 * @param bankCalls what the bank would be told or asked because of it
 */
public record OperationPreview(
        PaymentStanding before,
        PaymentStanding after,
        boolean secondPersonNeeded,
        List<Happening> events,
        List<Line> entries,
        List<BankCall> bankCalls) {

    /**
     * An event that would be recorded.
     *
     * @param stream the id of the payment or account to which it would happen
     */
    public record Happening(String stream, String type) {}

    /**
     * A line that would be written into the ledger.
     *
     * @param account a customer account's id or the name of one of the bank's own
     */
    public record Line(String account, Direction direction, Money amount) {

        public static Line of(Entry entry) {
            return new Line(entry.account().code(), entry.direction(), entry.amount());
        }
    }

    /** A call that the bank would get, and when. */
    public record BankCall(Kind kind, BankCode bank, int attempt, Instant at) {

        /** What the call is for. */
        public enum Kind {
            SUBMIT,
            INQUIRE
        }
    }
}
