package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.OrderFingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * The same order is not given twice within a short while: from the same debtor to the same creditor, of the same amount,
 * for the same purpose. Whoever means it gives it an end-to-end id of its own.
 */
final class NoDuplicate {

    private NoDuplicate() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().endToEndId().isPresent()) {
            return Optional.empty();
        }
        return facts.debtor()
                .filter(debtor -> isRepeated(facts, debtor))
                .map(debtor -> Rejection.of(
                        Reason.DUPLICATE_TRANSACTION,
                        "The same payment was made less than %d seconds ago; give it an endToEndId if it is another"
                                .formatted(facts.duplicateWindow().toSeconds())));
    }

    private static boolean isRepeated(PaymentFacts facts, AccountFacts debtor) {
        Instant earliest = facts.moment().time().minus(facts.duplicateWindow());
        long order = OrderFingerprint.of(
                creditor(facts), facts.order().amount(), facts.order().remittanceInformation());
        return debtor.recentOrders().contains(order, earliest);
    }

    private static Optional<Iban> creditor(PaymentFacts facts) {
        return facts.creditor()
                .map(AccountFacts::iban)
                .or(() -> facts.order().externalCreditor().map(creditor -> creditor.iban()));
    }
}
