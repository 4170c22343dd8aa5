package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A standing order as its owner sees it.
 *
 * @param nextDate the day of the run to come
 * @param runsMade how many runs have been due so far
 */
public record StandingOrderDetails(
        StandingOrderId id,
        PaymentType type,
        Money amount,
        AccountId debtorAccountId,
        Optional<AccountId> creditorAccountId,
        Optional<Creditor> creditor,
        String remittanceInformation,
        Priority priority,
        Frequency frequency,
        LocalDate firstDate,
        Optional<LocalDate> lastDate,
        Optional<Integer> runs,
        StandingOrderStatus status,
        Optional<LocalDate> nextDate,
        int runsMade,
        Instant createdAt) {

    public static StandingOrderDetails of(StandingOrderPlaced placed, StandingOrderProgress progress) {
        PaymentOrder order = placed.order();
        Recurrence recurrence = placed.recurrence();
        return new StandingOrderDetails(
                placed.standingOrderId(),
                order.type(),
                order.amount(),
                order.debtor().orElseThrow(),
                order.creditorAccount(),
                order.externalCreditor(),
                order.remittanceInformation(),
                order.priority(),
                recurrence.frequency(),
                recurrence.firstDate(),
                recurrence.lastDate(),
                recurrence.runs(),
                progress.status(),
                progress.next().map(DueRun::date),
                progress.runsMade(),
                placed.placedAt());
    }
}
