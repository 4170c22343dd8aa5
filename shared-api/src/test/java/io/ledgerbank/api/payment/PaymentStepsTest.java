package io.ledgerbank.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.Examples;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentSteps.Move;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentStepsTest {

    @ParameterizedTest
    @EnumSource
    void every_step_is_reached_and_left(Step step) {
        assertThat(PaymentSteps.ALL).extracting(Move::to).contains(step);
        assertThat(PaymentSteps.ALL).extracting(Move::from).contains(Optional.of(step));
    }

    @Test
    void every_event_of_a_payment_is_in_the_table_or_changes_nothing() {
        List<Class<?>> listed = Stream.concat(
                        PaymentSteps.ALL.stream().<Class<?>>map(Move::event), PaymentSteps.STAYS.stream())
                .distinct()
                .toList();

        assertThat(listed).containsExactlyInAnyOrder(PaymentEvent.class.getPermittedSubclasses());
    }

    @Test
    void nothing_stands_in_it_twice() {
        assertThat(PaymentSteps.ALL).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("moves")
    void the_fold_leads_where_the_table_says(Move move) {
        PaymentProgress before = waitingFor(move.from().orElseThrow());

        assertThat(before.after(example(move)).step()).isEqualTo(move.to());
        assertThat(PaymentSteps.allow(before.step(), example(move))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_changes_nothing_leaves_every_step_as_it_is(Step step) {
        events().filter(event -> PaymentSteps.STAYS.contains(event.getClass()))
                .forEach(event ->
                        assertThat(waitingFor(step).after(event).step()).isEqualTo(step));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_happens_where_the_table_does_not_say_so(Step step) {
        List<Class<? extends PaymentEvent>> allowed = events().filter(event -> PaymentSteps.allow(step, event))
                .<Class<? extends PaymentEvent>>map(PaymentEvent::getClass)
                .toList();

        assertThat(allowed)
                .allMatch(type -> PaymentSteps.STAYS.contains(type)
                        || PaymentSteps.ALL.stream()
                                .anyMatch(move ->
                                        move.event() == type && move.from().equals(Optional.of(step))));
    }

    @Test
    void a_final_payment_waits_for_nobody_unless_its_bank_contradicts() {
        assertThat(Arrays.stream(Step.values())
                        .filter(step -> PaymentSteps.ALL.contains(
                                new Move(Optional.of(step), OutcomeContradicted.class, Step.DISPUTED))))
                .containsExactly(Step.DONE);
    }

    static Stream<Move> moves() {
        return PaymentSteps.ALL.stream().filter(move -> move.from().isPresent());
    }

    private static Stream<PaymentEvent> events() {
        return Examples.events().filter(PaymentEvent.class::isInstance).map(PaymentEvent.class::cast);
    }

    private static PaymentEvent example(Move move) {
        if (move.event() == RetryOrdered.class) {
            int inquiry = move.to() == Step.SUBMIT ? 0 : 1;
            return new RetryOrdered(Examples.PAYMENT, UserId.next(), "Why", 1, inquiry, Examples.NOON, 1);
        }
        return events().filter(move.event()::isInstance).findFirst().orElseThrow();
    }

    private static PaymentProgress waitingFor(Step step) {
        return new PaymentProgress(
                PaymentStatus.PROCESSING,
                step,
                7,
                1,
                1,
                Examples.NOON,
                Optional.of(Reason.TIMEOUT),
                Optional.empty(),
                Optional.empty(),
                Activity.RUNNING,
                Optional.empty());
    }
}
