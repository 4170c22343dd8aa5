package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.EVIDENCE;
import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.payment.Orders;
import io.ledgerbank.command.payment.SpanningFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvingByTwoTest {

    private static final Caller OTHER_ADMIN =
            new Caller(UserId.parse("01900000-0000-7000-8000-00000000001d"), Role.ADMIN);

    private final SpanningFixture bank = new SpanningFixture()
            .given(
                    aliceHasAnAccount(),
                    deposited(ALICES, pounds("2000.00")),
                    Orders.created(Orders.external(pounds("1000.01"))),
                    new FundsHeld(ALICES, ID, pounds("1000.01"), Optional.of(Orders.purpose())),
                    started(1),
                    new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()));

    @Test
    void over_the_threshold_somebody_else_has_to_agree_first() {
        SpanningFixture.Then asked = bank.when(ResolvingTest.resolve(Execution.NOT_EXECUTED));

        ApprovalDetails request = proposed(asked);
        assertThat(request.proposal())
                .isEqualTo(new Proposal.Resolution(
                        ID, Execution.NOT_EXECUTED, EVIDENCE, WHY, Step.PARKED, Optional.of(2L), ADMIN.userId()));
        assertThat(asked.events()).hasSize(1);
        bank.when(new GrantApproval(request.id(), ADMIN)).thenRefused(Reason.SELF_APPROVAL);
        bank.when(new GrantApproval(request.id(), TELLER)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        assertThat(bank.when(new GrantApproval(request.id(), OTHER_ADMIN)).events())
                .contains(
                        new OutcomeResolved(
                                ID,
                                ADMIN.userId(),
                                WHY,
                                Execution.NOT_EXECUTED,
                                EVIDENCE,
                                Optional.of(OTHER_ADMIN.userId()),
                                NOW),
                        new PaymentFailed(ID, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    @Test
    void what_the_bank_has_told_meanwhile_needs_no_approval() {
        ApprovalDetails request = proposed(bank.when(ResolvingTest.resolve(Execution.NOT_EXECUTED)));
        bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)));

        bank.when(new GrantApproval(request.id(), OTHER_ADMIN)).thenRefused(Reason.PAYMENT_MOVED_ON);
    }

    @Test
    void what_was_found_out_about_one_attempt_is_not_carried_out_on_another_that_is_parked_too() {
        ApprovalDetails request = proposed(bank.when(ResolvingTest.resolve(Execution.NOT_EXECUTED)));
        bank.when(new RetryPayment(ID, WHY, Optional.empty(), ADMIN));
        bank.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE)));
        bank.given(started(2), new PaymentParked(ID, 2, Reason.TIMEOUT, NOW, ErrorCatalog.version()));

        bank.when(new GrantApproval(request.id(), OTHER_ADMIN)).thenRefused(Reason.PAYMENT_MOVED_ON);
    }

    @Test
    void whoever_asks_again_after_it_moved_asks_for_something_else() {
        ApprovalDetails first = proposed(bank.when(ResolvingTest.resolve(Execution.NOT_EXECUTED)));
        bank.when(new NotePayment(ID, "The bank called", Optional.empty(), ADMIN));
        ApprovalDetails second = proposed(bank.when(ResolvingTest.resolve(Execution.NOT_EXECUTED)));

        assertThat(second.id()).isNotEqualTo(first.id());
        bank.when(new GrantApproval(first.id(), OTHER_ADMIN)).thenRefused(Reason.PAYMENT_MOVED_ON);
        assertThat(bank.when(new GrantApproval(second.id(), OTHER_ADMIN)).events())
                .hasAtLeastOneElementOfType(PaymentFailed.class);
    }

    @Test
    void a_request_that_does_not_say_what_it_was_asked_about_has_to_be_asked_again() {
        ApprovalId old = ApprovalId.next();
        bank.given(new ApprovalRequested(
                        old,
                        new Proposal.Resolution(
                                ID, Execution.EXECUTED, EVIDENCE, WHY, Step.PARKED, Optional.empty(), ADMIN.userId()),
                        WHY,
                        ADMIN.userId(),
                        NOW,
                        NOW.plus(Duration.ofDays(7))))
                .when(new GrantApproval(old, OTHER_ADMIN))
                .thenRefused(Reason.PAYMENT_MOVED_ON);
    }

    @Test
    void the_preview_says_so() {
        assertThat(bank.when(new PreviewOperation(ResolvingTest.resolve(Execution.EXECUTED)))
                        .thenAnswered(OperationPreview.class)
                        .secondPersonNeeded())
                .isTrue();
    }

    private static ApprovalDetails proposed(SpanningFixture.Then then) {
        return ((Decision.Proposed<?>) then.thenAnswered(Decision.class)).approval();
    }
}
