package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.PlaceStandingOrder;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.payment.PaymentBody;
import io.ledgerbank.command.request.RequestFields;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What a client sends to have a payment recur: the payment, without what belongs to a single one, and when. */
record StandingOrderBody(
        Optional<String> type,
        Optional<Money> amount,
        Optional<String> remittanceInformation,
        Optional<String> priority,
        Optional<String> debtorAccountId,
        Optional<String> creditorAccountId,
        Optional<PaymentBody.CreditorBody> creditor,
        Optional<String> frequency,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        Optional<Integer> runs) {

    private static final Set<String> RECURRING = Set.of("TRANSFER", "PAYMENT");

    /** @throws RejectedException naming the fields at fault */
    PlaceStandingOrder command(StandingOrderId id, Caller caller) {
        Recurrence recurrence = recurrence();
        return new PlaceStandingOrder(id, order(), recurrence, caller);
    }

    private Recurrence recurrence() {
        RequestFields fields = new RequestFields();
        fields.read("type", fields.required("type", type), StandingOrderBody::requireRecurring);
        Optional<Frequency> often = fields.read(
                "frequency", fields.required("frequency", frequency), Frequency.class, Reason.INVALID_RECURRENCE);
        fields.required("firstDate", firstDate);
        fields.rejectFaults();
        return new Recurrence(often.orElseThrow(), firstDate.orElseThrow(), lastDate, runs);
    }

    private PaymentOrder order() {
        return new PaymentBody(
                        type,
                        amount,
                        remittanceInformation,
                        Optional.empty(),
                        priority,
                        Optional.empty(),
                        Optional.empty(),
                        debtorAccountId,
                        creditorAccountId,
                        creditor)
                .order();
    }

    private static String requireRecurring(String type) {
        if (RECURRING.contains(type)) {
            return type;
        }
        throw new RejectedException(Reason.INVALID_PAYMENT_TYPE, "A standing order is a TRANSFER or a PAYMENT");
    }
}
