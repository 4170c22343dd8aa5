package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;

/**
 * Nothing is taken from a frozen or closed account, but for what is left on a closed one, as when a bank has sent a payment back:
 * the bank's staff hands it out over the counter.
 */
final class DebtorInGoodStanding {

    private DebtorInGoodStanding() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor().flatMap(debtor -> check(debtor, facts.order()));
    }

    private static Optional<Rejection> check(AccountFacts debtor, PaymentOrder order) {
        return switch (debtor.status()) {
            case ACTIVE -> Optional.empty();

            case FROZEN -> Optional.of(Rejection.of(Reason.ACCOUNT_FROZEN, "The debtor account is frozen"));
            case CLOSED ->
                isWhatIsLeft(debtor, order)
                        ? Optional.empty()
                        : Optional.of(Rejection.of(Reason.ACCOUNT_INACTIVE, "The debtor account is closed"));
        };
    }

    /** Its overdraft is closed like the account. */
    private static boolean isWhatIsLeft(AccountFacts debtor, PaymentOrder order) {
        return order.type() == PaymentType.WITHDRAWAL
                && order.amount().currency().equals(debtor.currency())
                && !order.amount().isGreaterThan(debtor.posted());
    }
}
