package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.EVIDENCE;
import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.operation.OperationCase.pending;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.OperationPreview.BankCall;
import io.ledgerbank.api.operation.OperationPreview.Happening;
import io.ledgerbank.api.operation.OperationPreview.Line;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.payment.SpanningFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewingTest {

    @Test
    void shows_what_would_happen_and_lets_none_of_it_happen() {
        SpanningFixture bank = ResolvingTest.parked();
        long before = bank.log().size();

        OperationPreview preview = preview(bank, ResolvingTest.resolve(Execution.EXECUTED));

        assertThat(preview.before().step()).isEqualTo(Step.PARKED);
        assertThat(preview.after().status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(preview.secondPersonNeeded()).isFalse();
        assertThat(preview.events())
                .containsExactly(
                        new Happening(ALICES.toString(), "HoldCaptured"),
                        new Happening(ID.toString(), "OutcomeResolved"),
                        new Happening(ID.toString(), "PaymentSettled"));
        assertThat(preview.entries())
                .containsExactly(
                        new Line(ALICES.toString(), Direction.DEBIT, pounds("30.00")),
                        new Line("settlement:SIMBANK", Direction.CREDIT, pounds("30.00")));
        assertThat(preview.bankCalls()).isEmpty();
        assertThat(bank.log()).hasSize((int) before);
    }

    @Test
    void shows_exactly_the_events_and_entries_that_then_happen() {
        for (Operation operation : operations()) {
            for (SpanningFixture bank : situations()) {
                SpanningFixture.Then seen = bank.when(new PreviewOperation(operation));
                List<Entry> entriesBefore = entries(bank.log());
                SpanningFixture.Then done = bank.when(operation);

                assertThat(done.refusal()).isEqualTo(seen.refusal());
                if (seen.refusal().isEmpty()) {
                    OperationPreview preview = seen.thenAnswered(OperationPreview.class);
                    assertThat(preview.events())
                            .extracting(Happening::type)
                            .containsExactlyElementsOf(done.events().stream()
                                    .map(event -> event.getClass().getSimpleName())
                                    .toList());
                    List<Entry> booked = entries(bank.log())
                            .subList(entriesBefore.size(), entries(bank.log()).size());
                    assertThat(preview.entries())
                            .containsExactlyInAnyOrderElementsOf(
                                    booked.stream().map(Line::of).toList());
                }
            }
        }
    }

    @Test
    void tells_what_the_bank_would_be_told_or_asked() {
        RetryPayment retry = new RetryPayment(ID, WHY, Optional.empty(), ADMIN);

        assertThat(preview(pending().given(started(1), failed(1)), retry).bankCalls())
                .containsExactly(new BankCall(BankCall.Kind.SUBMIT, SIMBANK, 2, NOW));
        assertThat(preview(ResolvingTest.parked(), retry).bankCalls())
                .containsExactly(new BankCall(BankCall.Kind.INQUIRE, SIMBANK, 1, NOW));
        assertThat(preview(pending(), new PausePayment(ID, WHY, Optional.empty(), ADMIN))
                        .bankCalls())
                .isEmpty();
    }

    @Test
    void what_moved_on_after_the_preview_is_refused() {
        SpanningFixture bank = ResolvingTest.parked();
        long version = preview(bank, ResolvingTest.resolve(Execution.NOT_EXECUTED))
                .before()
                .version();
        bank.when(new RetryPayment(ID, WHY, Optional.empty(), ADMIN)).thenAnswered(Object.class);

        bank.when(new ResolvePayment(ID, Execution.NOT_EXECUTED, EVIDENCE, WHY, Optional.of(version), ADMIN))
                .thenRefused(Reason.PAYMENT_MOVED_ON);
    }

    private static OperationPreview preview(SpanningFixture bank, Operation operation) {
        return bank.when(new PreviewOperation(operation)).thenAnswered(OperationPreview.class);
    }

    private static List<SpanningFixture> situations() {
        SpanningFixture disputed = pending().given(started(1));
        disputed.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.BANK_REJECTED)));
        disputed.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)));
        SpanningFixture other = pending().given(started(1));
        other.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)));
        other.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.BANK_REJECTED)));
        return List.of(pending(), pending().given(started(1), failed(1)), ResolvingTest.parked(), disputed, other);
    }

    private static List<Operation> operations() {
        return List.of(
                new PausePayment(ID, WHY, Optional.empty(), ADMIN),
                new ResumePayment(ID, WHY, Optional.empty(), ADMIN),
                new RetryPayment(ID, WHY, Optional.empty(), ADMIN),
                new NotePayment(ID, WHY, Optional.empty(), ADMIN),
                new CompensatePayment(ID, WHY, Optional.empty(), ADMIN),
                ResolvingTest.resolve(Execution.EXECUTED),
                ResolvingTest.resolve(Execution.NOT_EXECUTED));
    }

    private static List<Entry> entries(List<Object> log) {
        return log.stream()
                .filter(Booked.class::isInstance)
                .flatMap(event -> ((Booked) event).entries().stream())
                .toList();
    }
}
