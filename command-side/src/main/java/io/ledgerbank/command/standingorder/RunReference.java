package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentOrder;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The end-to-end id of a run, at most 35 characters: by it a run is no duplicate of the one before, however soon after it it
 * is caught up, and no run is paid twice.
 */
final class RunReference {

    private static final int HEXADECIMAL = 16;

    private RunReference() {}

    static String of(StandingOrderId id, LocalDate date) {
        String order = new BigInteger(id.toString().replace("-", ""), HEXADECIMAL).toString(Character.MAX_RADIX);
        return order + "-" + date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** What the run pays. */
    static PaymentOrder orderOf(PaymentOrder order, String reference) {
        return switch (order) {
            case PaymentOrder.Transfer transfer ->
                new PaymentOrder.Transfer(
                        transfer.debtorAccountId(),
                        transfer.creditorAccountId(),
                        transfer.amount(),
                        transfer.remittanceInformation(),
                        Optional.of(reference),
                        transfer.priority());
            case PaymentOrder.External external ->
                new PaymentOrder.External(
                        external.debtorAccountId(),
                        external.creditor(),
                        external.amount(),
                        external.remittanceInformation(),
                        Optional.of(reference),
                        external.priority());
            case PaymentOrder.Deposit deposit -> throw notRecurring(deposit);
            case PaymentOrder.Withdrawal withdrawal -> throw notRecurring(withdrawal);
        };
    }

    private static IllegalArgumentException notRecurring(PaymentOrder order) {
        return new IllegalArgumentException("Cash does not recur: " + order.type());
    }
}
