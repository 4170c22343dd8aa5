package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueDatesTest {

    private final SpanningFixture bank = new SpanningFixture();

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 30})
    void staff_says_when_money_counts(long days) {
        bank.given(aliceHasAnAccount());

        AccountCredited credited = (AccountCredited)
                bank.when(by(TELLER, deposit(TODAY.plusDays(days)))).events().get(1);

        assertThat(credited.valueDate()).isEqualTo(TODAY.plusDays(days));
        assertThat(credited.bookingDate()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-31, 31})
    void not_more_than_thirty_days_off(long days) {
        bank.given(aliceHasAnAccount())
                .when(by(TELLER, deposit(TODAY.plusDays(days))))
                .thenRefused(Reason.INVALID_VALUE_DATE);
    }

    @Test
    void customers_cannot() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, transfer(Optional.empty())))
                .thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void customers_cannot_for_a_payment_of_another_day_either() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
                .when(by(ALICE, transfer(Optional.of(TODAY.plusDays(1)))))
                .thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @ParameterizedTest
    @ValueSource(longs = {-31, 31})
    void not_more_than_thirty_days_off_the_day_of_a_scheduled_payment(long days) {
        LocalDate day = TODAY.plusDays(7);

        bank.given(aliceHasAnAccount())
                .when(by(TELLER, deposit(Optional.of(day), day.plusDays(days))))
                .thenRefused(Reason.INVALID_VALUE_DATE);
    }

    private static PaymentOrder transfer(Optional<LocalDate> executionDate) {
        return new PaymentOrder.Transfer(
                ALICES,
                BOBS,
                pounds("1.00"),
                "Over",
                Optional.empty(),
                Priority.NORMAL,
                executionDate,
                Optional.of(TODAY));
    }

    private static PaymentOrder deposit(LocalDate valueDate) {
        return deposit(Optional.empty(), valueDate);
    }

    private static PaymentOrder deposit(Optional<LocalDate> executionDate, LocalDate valueDate) {
        return new PaymentOrder.Deposit(
                ALICES, pounds("1.00"), "In", Optional.empty(), Priority.NORMAL, executionDate, Optional.of(valueDate));
    }
}
