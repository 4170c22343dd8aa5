package io.ledgerbank.query.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalProjectionTest extends ReadModelTest {

    private static final AccountId ACCOUNT = AccountId.parse("01900000-0000-7000-8000-0000000000a1");

    @Autowired
    private ApprovalQueries approvals;

    @Autowired
    private Clock clock;

    @Test
    void a_request_is_shown_as_it_was_made() {
        ApprovalRequested requested = request(Duration.ofHours(1));

        assertThat(approvals.approval(requested.approvalId(), STAFF))
                .isEqualTo(new ApprovalDetails(
                        requested.approvalId(),
                        ApprovalState.PENDING,
                        new Proposal.Unfreezing(ACCOUNT),
                        "/api/accounts/" + ACCOUNT,
                        "All is well",
                        alice,
                        requested.requestedAt(),
                        requested.expiresAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void what_a_second_person_said_is_shown_with_it() {
        ApprovalId granted = request(Duration.ofHours(1)).approvalId();
        ApprovalId rejected = request(Duration.ofHours(1)).approvalId();
        books.append(
                new ApprovalGranted(granted, bob, now()), new ApprovalRejected(rejected, bob, "No passport", now()));
        caughtUp(ProjectionName.APPROVALS);

        assertThat(approvals.approval(granted, STAFF))
                .returns(ApprovalState.APPROVED, ApprovalDetails::state)
                .returns(Optional.of(bob), ApprovalDetails::decidedBy);
        assertThat(approvals.approval(rejected, STAFF))
                .returns(ApprovalState.REJECTED, ApprovalDetails::state)
                .returns(Optional.of("No passport"), ApprovalDetails::decisionReason);
    }

    @Test
    void what_nobody_decided_in_time_has_expired_and_is_pending_no_more() {
        ApprovalId expired = request(Duration.ofHours(-1)).approvalId();
        ApprovalId pending = request(Duration.ofHours(1)).approvalId();

        assertThat(approvals.approval(expired, STAFF).state()).isEqualTo(ApprovalState.EXPIRED);
        assertThat(all(ApprovalState.EXPIRED)).contains(expired).doesNotContain(pending);
        assertThat(all(ApprovalState.PENDING)).contains(pending).doesNotContain(expired);
    }

    @Test
    void requests_come_page_by_page_newest_first() {
        ApprovalId first = request(Duration.ofHours(1)).approvalId();
        ApprovalId second = request(Duration.ofHours(1)).approvalId();

        assertThat(all(ApprovalState.PENDING)).containsSubsequence(second, first);
    }

    @Test
    void only_staff_sees_them() {
        ApprovalId id = request(Duration.ofHours(1)).approvalId();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> approvals.approval(id, asAlice))
                .returns(Reason.INSUFFICIENT_PERMISSIONS, RejectedException::reason);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> approvals.approvals(Optional.empty(), first(1), asAlice))
                .returns(Reason.INSUFFICIENT_PERMISSIONS, RejectedException::reason);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> approvals.approval(ApprovalId.next(), STAFF))
                .returns(Reason.APPROVAL_NOT_FOUND, RejectedException::reason);
    }

    private ApprovalRequested request(Duration life) {
        Instant requestedAt = now().minus(Duration.ofHours(2));
        ApprovalRequested requested = new ApprovalRequested(
                ApprovalId.next(),
                new Proposal.Unfreezing(ACCOUNT),
                "All is well",
                alice,
                requestedAt,
                now().plus(life));
        books.append(requested);
        caughtUp(ProjectionName.APPROVALS);
        return requested;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<ApprovalId> all(ApprovalState state) {
        List<ApprovalId> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ApprovalDetails> page = approvals.approvals(Optional.of(state), new Paging(1, cursor), STAFF);
            page.items().forEach(approval -> found.add(approval.id()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return found;
    }
}
