package io.ledgerbank.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.simulator.TestCreditor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadeUpPaymentsTest {

    private static final Set<String> TROUBLE =
            Arrays.stream(TestCreditor.values()).map(TestCreditor::iban).collect(Collectors.toSet());

    private final AccountId account = AccountId.next();
    private final MadeUpPayments payments = new MadeUpPayments(new Random(7));
    private final List<PaymentOrder.External> orders =
            Stream.generate(() -> payments.next(account)).limit(2000).toList();

    @Test
    void every_order_can_be_given() {
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.debtorAccountId()).isEqualTo(account);
            assertThat(order.amount().isPositive()).isTrue();
            assertThat(order.remittanceInformation().length()).isBetween(1, 140);
        });
    }

    @Test
    void no_order_is_another_ones_duplicate() {
        assertThat(orders).extracting(order -> order.endToEndId().orElseThrow()).doesNotHaveDuplicates();
    }

    @Test
    void about_one_in_eight_meets_trouble() {
        assertThat(orders.stream()
                        .filter(order ->
                                TROUBLE.contains(order.creditor().iban().value())))
                .hasSizeBetween(180, 340);
    }
}
