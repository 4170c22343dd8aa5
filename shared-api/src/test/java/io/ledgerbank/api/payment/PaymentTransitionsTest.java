package io.ledgerbank.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.Examples;
import io.ledgerbank.api.payment.PaymentTransitions.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentTransitionsTest {

    @ParameterizedTest
    @EnumSource
    void every_status_is_reached(PaymentStatus status) {
        assertThat(PaymentTransitions.ALL).extracting(Transition::to).contains(status);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_over_goes_on_and_banks_go_back_on_what_is(PaymentStatus status) {
        assertThat(PaymentTransitions.ALL.stream()
                        .filter(transition -> transition.from().equals(Optional.of(status)))
                        .anyMatch(transition -> transition.to() != status))
                .isEqualTo(status != PaymentStatus.CANCELLED);
    }

    @Test
    void every_event_of_a_payment_is_in_the_table() {
        assertThat(PaymentTransitions.ALL)
                .extracting(Transition::event)
                .containsAll(Arrays.<Class<? extends PaymentEvent>>stream(permitted())
                        .toList());
    }

    @Test
    void nothing_stands_in_it_twice() {
        assertThat(PaymentTransitions.ALL).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void nothing_happens_where_the_table_does_not_say_so(PaymentEvent event) {
        List<PaymentStatus> listed = PaymentTransitions.ALL.stream()
                .filter(transition -> transition.event() == event.getClass())
                .flatMap(transition -> transition.from().stream())
                .toList();

        assertThat(Arrays.stream(PaymentStatus.values()).filter(status -> PaymentTransitions.allow(status, event)))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_payments_fold_agrees_with_the_table(PaymentEvent event) {
        PaymentProgress before = PaymentProgress.of(Examples.externalPaymentCreated());

        assertThat(before.after(event).status()).isEqualTo(PaymentTransitions.after(before.status(), event));
    }

    @Test
    void each_transition_leads_where_the_table_says() {
        assertThat(PaymentTransitions.ALL)
                .filteredOn(transition -> transition.from().isPresent())
                .allSatisfy(transition -> assertThat(PaymentTransitions.after(
                                transition.from().orElseThrow(), exampleOf(transition.event())))
                        .isEqualTo(transition.to()));
    }

    private static PaymentEvent exampleOf(Class<? extends PaymentEvent> type) {
        return events().filter(type::isInstance).findFirst().orElseThrow();
    }

    static Stream<PaymentEvent> events() {
        return Examples.events().filter(PaymentEvent.class::isInstance).map(PaymentEvent.class::cast);
    }

    @SuppressWarnings("unchecked") // What a sealed interface permits implements it.
    private static Class<? extends PaymentEvent>[] permitted() {
        return (Class<? extends PaymentEvent>[]) PaymentEvent.class.getPermittedSubclasses();
    }
}
