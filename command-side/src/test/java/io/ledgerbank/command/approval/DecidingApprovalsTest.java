package io.ledgerbank.command.approval;

import static io.ledgerbank.command.approval.ApprovalFixture.A_WEEK;
import static io.ledgerbank.command.approval.ApprovalFixture.OTHER_TELLER;
import static io.ledgerbank.command.approval.ApprovalFixture.REQUEST;
import static io.ledgerbank.command.approval.ApprovalFixture.requested;
import static io.ledgerbank.command.approval.ApprovalFixture.requestedAt;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidingApprovalsTest {

    private final ApprovalFixture bank = new ApprovalFixture();

    @Test
    void a_second_person_agrees_and_it_is_done_on_their_behalf() {
        bank.given(requested());

        ApprovalDetails approval = (ApprovalDetails) bank.when(new GrantApproval(REQUEST, ADMIN));

        assertThat(approval.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approval.decidedBy()).contains(ADMIN.userId());
        assertThat(bank.carriedOutFor()).containsExactly(ADMIN);
        assertThat(bank.log()).containsExactly(requested(), new ApprovalGranted(REQUEST, ADMIN.userId(), NOW));
    }

    @Test
    void a_second_person_disagrees_and_it_is_never_done() {
        bank.given(requested());

        ApprovalDetails approval = (ApprovalDetails) bank.when(new RejectApproval(REQUEST, "No passport", ADMIN));

        assertThat(approval.state()).isEqualTo(ApprovalState.REJECTED);
        assertThat(approval.decisionReason()).contains("No passport");
        assertThat(bank.carriedOutFor()).isEmpty();
        assertThat(bank.log())
                .containsExactly(requested(), new ApprovalRejected(REQUEST, ADMIN.userId(), "No passport", NOW));
    }

    @Test
    void what_is_refused_by_now_is_told_to_the_approver_and_stays_open() {
        bank.given(requested()).givenTheWorldHasChanged(Reason.ACCOUNT_INACTIVE);

        assertRefused(new GrantApproval(REQUEST, ADMIN), Reason.ACCOUNT_INACTIVE);
        bank.when(new RejectApproval(REQUEST, "Closed meanwhile", ADMIN));

        assertThat(bank.log()).hasSize(2).last().isInstanceOf(ApprovalRejected.class);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void nobody_decides_what_they_asked_for(Decides decides) {
        bank.given(requested());

        assertRefused(decides.by(TELLER), Reason.SELF_APPROVAL);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void customers_decide_nothing_and_learn_nothing(Decides decides) {
        assertRefused(decides.by(ALICE), Reason.INSUFFICIENT_PERMISSIONS);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void who_could_not_have_asked_for_it_cannot_decide_it(Decides decides) {
        bank.given(requested());

        assertRefused(decides.by(OTHER_TELLER), Reason.INSUFFICIENT_PERMISSIONS);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_request_that_was_approved_is_decided(Decides decides) {
        bank.given(requested(), new ApprovalGranted(REQUEST, ADMIN.userId(), NOW));

        assertRefused(decides.by(ADMIN), Reason.ALREADY_PROCESSED);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_request_that_was_rejected_is_decided(Decides decides) {
        bank.given(requested(), new ApprovalRejected(REQUEST, ADMIN.userId(), "No", NOW));

        assertRefused(decides.by(ADMIN), Reason.ALREADY_PROCESSED);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_request_expires(Decides decides) {
        bank.given(requestedAt(NOW.minus(A_WEEK)));

        assertRefused(decides.by(ADMIN), Reason.APPROVAL_EXPIRED);
    }

    @Test
    void a_request_lives_until_the_moment_it_expires() {
        bank.given(requestedAt(NOW.minus(A_WEEK).plusNanos(1000)));

        assertThat(bank.when(new GrantApproval(REQUEST, ADMIN))).isInstanceOf(ApprovalDetails.class);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void what_nobody_asked_for_cannot_be_decided(Decides decides) {
        assertRefused(decides.by(ADMIN), Reason.APPROVAL_NOT_FOUND);
    }

    private interface Decides {
        Object by(Caller caller);
    }

    static Stream<Decides> decisions() {
        return Stream.of(
                caller -> new GrantApproval(REQUEST, caller), caller -> new RejectApproval(REQUEST, "No", caller));
    }

    private void assertRefused(Object command, Reason reason) {
        int before = bank.log().size();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> bank.when(command))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        assertThat(bank.log()).hasSize(before);
        assertThat(bank.carriedOutFor()).isEmpty();
    }
}
