package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.EVIDENCE;
import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.operation.OperationCase.pending;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.payment.Orders;
import io.ledgerbank.command.payment.SpanningFixture;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingOperationsTest {

    private static Stream<Function<Caller, Operation>> operations() {
        return Stream.of(
                caller -> new RetryPayment(ID, WHY, Optional.empty(), caller),
                caller -> new CompensatePayment(ID, WHY, Optional.empty(), caller),
                caller -> new PausePayment(ID, WHY, Optional.empty(), caller),
                caller -> new ResumePayment(ID, WHY, Optional.empty(), caller),
                caller -> new NotePayment(ID, WHY, Optional.empty(), caller),
                caller -> new ResolvePayment(ID, Execution.EXECUTED, EVIDENCE, WHY, Optional.empty(), caller));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void only_administrators_operate(Function<Caller, Operation> operation) {
        pending().when(operation.apply(TELLER)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        pending().when(operation.apply(ALICE)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        pending().when(new PreviewOperation(operation.apply(TELLER))).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void what_has_no_other_bank_or_does_not_exist_is_not_there(Function<Caller, Operation> operation) {
        new SpanningFixture().when(operation.apply(ADMIN)).thenRefused(Reason.PAYMENT_NOT_FOUND);
        new SpanningFixture()
                .given(aliceHasAnAccount(), Orders.created(Orders.transfer(pounds("1.00"))))
                .when(operation.apply(ADMIN))
                .thenRefused(Reason.PAYMENT_NOT_FOUND);
        new SpanningFixture()
                .given(aliceHasAnAccount(), Orders.scheduled(Orders.external(pounds("1.00"))))
                .when(operation.apply(ADMIN))
                .thenRefused(Reason.PAYMENT_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines"})
    void a_reason_that_nobody_can_read_is_none(String reason) {
        pending().when(new PausePayment(ID, reason, Optional.empty(), ADMIN)).thenRefused(Reason.INVALID_EXPLANATION);
        pending()
                .when(new PausePayment(ID, "x".repeat(256), Optional.empty(), ADMIN))
                .thenRefused(Reason.INVALID_EXPLANATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b"})
    void evidence_that_nobody_can_read_is_none(String evidence) {
        ResolvingTest.parked()
                .when(new ResolvePayment(ID, Execution.EXECUTED, evidence, WHY, Optional.empty(), ADMIN))
                .thenRefused(Reason.INVALID_EVIDENCE);
        ResolvingTest.parked()
                .when(new ResolvePayment(ID, Execution.EXECUTED, "x".repeat(1001), WHY, Optional.empty(), ADMIN))
                .thenRefused(Reason.INVALID_EVIDENCE);
    }

    @Test
    void what_was_seen_otherwise_is_refused_and_what_was_seen_so_is_done() {
        SpanningFixture bank = pending();
        bank.when(new PausePayment(ID, WHY, Optional.of(1L), ADMIN)).thenRefused(Reason.PAYMENT_MOVED_ON);

        assertThat(bank.when(new PausePayment(ID, WHY, Optional.of(0L), ADMIN))
                        .thenAnswered(PaymentStanding.class)
                        .version())
                .isEqualTo(1);
        bank.when(new ResumePayment(ID, WHY, Optional.of(0L), ADMIN)).thenRefused(Reason.PAYMENT_MOVED_ON);
    }
}
