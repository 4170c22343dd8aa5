package io.ledgerbank.command.approval;

import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.testing.UsersInMemory;
import io.ledgerbank.command.user.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is a second person, and who is the first once more. The teller has asked a day ago. */
class SecondPersonTest {

    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));
    private static final Caller FIRST_ADMIN = new Caller(UserId.next(), Role.ADMIN);
    private static final Caller ANOTHER = new Caller(UserId.next(), Role.ADMIN);

    private final UsersInMemory users = new UsersInMemory();
    private final ApprovalFixture bank = new ApprovalFixture(users);

    @BeforeEach
    void the_first_administrator_has_appointed_staff() {
        users.appoint(FIRST_ADMIN, new Appointment(Optional.empty(), LONG_AGO));
        appoint(TELLER, FIRST_ADMIN);
        appoint(ADMIN, FIRST_ADMIN);
        bank.given(ApprovalFixture.requested());
    }

    @Test
    void two_whom_the_first_administrator_has_appointed_are_two() {
        assertThat(bank.when(grant(ADMIN))).isInstanceOf(ApprovalDetails.class);
    }

    @Test
    void whom_the_first_has_appointed_is_no_second_person() {
        appoint(ADMIN, TELLER);

        assertRefused(ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void whom_the_first_has_appointed_through_others_is_no_second_person() {
        appoint(ANOTHER, TELLER);
        appoint(ADMIN, ANOTHER);

        assertRefused(ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void who_has_appointed_the_first_is_no_second_person() {
        assertRefused(FIRST_ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void two_whom_one_person_has_appointed_are_one() {
        appoint(ANOTHER, FIRST_ADMIN);
        appoint(TELLER, ANOTHER);
        appoint(ADMIN, ANOTHER);

        assertRefused(ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void appointing_each_other_makes_nobody_independent() {
        appoint(ANOTHER, TELLER);
        appoint(TELLER, ANOTHER);
        appoint(ADMIN, ANOTHER);

        assertRefused(ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void who_was_appointed_after_it_was_asked_for_is_no_second_person() {
        users.appoint(ADMIN, new Appointment(Optional.of(FIRST_ADMIN.userId()), NOW));

        assertRefused(ADMIN, Reason.SELF_APPROVAL);
    }

    @Test
    void who_is_suspended_or_has_another_role_by_now_decides_nothing() {
        users.become(ADMIN.userId(), UserStatus.SUSPENDED);
        assertRefused(ADMIN, Reason.INSUFFICIENT_PERMISSIONS);

        users.appoint(new Caller(ADMIN.userId(), Role.USER), new Appointment(Optional.empty(), LONG_AGO));
        assertRefused(ADMIN, Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void what_somebody_has_asked_for_who_may_not_any_more_can_only_be_rejected() {
        users.become(TELLER.userId(), UserStatus.SUSPENDED);

        assertRefused(ADMIN, Reason.INSUFFICIENT_PERMISSIONS);
        assertThat(bank.when(new RejectApproval(ApprovalFixture.REQUEST, "Suspended", ADMIN)))
                .isInstanceOf(ApprovalDetails.class);
    }

    private void appoint(Caller person, Caller by) {
        users.appoint(person, new Appointment(Optional.of(by.userId()), LONG_AGO));
    }

    private static GrantApproval grant(Caller caller) {
        return new GrantApproval(ApprovalFixture.REQUEST, caller);
    }

    private void assertRefused(Caller caller, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> bank.when(grant(caller)))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        assertThat(bank.carriedOutFor()).isEmpty();
    }
}
