package io.ledgerbank.command.approval;

import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingForApprovalTest {

    private final ApprovalFixture bank = new ApprovalFixture();

    @Test
    void what_takes_two_is_recorded_and_not_done() {
        Decision.Proposed<?> decision =
                (Decision.Proposed<?>) bank.when(new ApprovalFixture.Ask("All is well", TELLER));

        ApprovalDetails approval = decision.approval();
        assertThat(approval.state()).isEqualTo(ApprovalState.PENDING);
        assertThat(approval.resource()).isEqualTo("/api/accounts/" + ALICES);
        assertThat(bank.log())
                .containsExactly(new ApprovalRequested(
                        approval.id(),
                        new Proposal.Unfreezing(ALICES),
                        "All is well",
                        TELLER.userId(),
                        NOW,
                        NOW.plus(ApprovalFixture.A_WEEK)));
        assertThat(bank.carriedOutFor()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "line\nbreak", "\u202e"})
    void whoever_asks_says_why(String reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> bank.when(new ApprovalFixture.Ask(reason, TELLER)))
                .extracting(RejectedException::reason, type(Reason.class))
                .isEqualTo(Reason.INVALID_EXPLANATION);
        assertThat(bank.log()).isEmpty();
    }

    @Test
    void a_reason_has_255_characters_at_most() {
        assertThat(bank.when(new ApprovalFixture.Ask("x".repeat(255), TELLER))).isInstanceOf(Decision.Proposed.class);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> bank.when(new ApprovalFixture.Ask("x".repeat(256), TELLER)));
    }

    @Test
    void who_asks_for_the_same_again_is_told_of_the_request_that_is_open() {
        Object first = ask("All is well", TELLER);

        assertThat(ask("All is well", TELLER)).isEqualTo(first);
        assertThat(bank.log()).hasSize(1);
    }

    @Test
    void another_reason_and_another_person_make_another_request() {
        ask("All is well", TELLER);

        ask("All is very well", TELLER);
        ask("All is well", ApprovalFixture.OTHER_TELLER);

        assertThat(bank.log()).hasSize(3);
    }

    @Test
    void what_was_decided_or_has_expired_is_asked_for_anew() {
        for (int decided = 0; decided < 5; decided++) {
            bank.when(new RejectApproval(ask("All is well", TELLER).id(), "No", ADMIN));
        }
        ApprovalDetails expiring = ask("All is well", TELLER);
        bank.at(NOW.plus(ApprovalFixture.A_WEEK));
        ApprovalDetails open = ask("All is well", TELLER);

        assertThat(open.id()).isNotEqualTo(expiring.id());
        assertThat(ask("All is well", TELLER)).isEqualTo(open);
        assertThat(bank.log()).filteredOn(ApprovalRequested.class::isInstance).hasSize(7);
    }

    private ApprovalDetails ask(String reason, Caller caller) {
        return ((Decision.Proposed<?>) bank.when(new ApprovalFixture.Ask(reason, caller))).approval();
    }
}
