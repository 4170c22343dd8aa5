package io.ledgerbank.command.user;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;

/** Registers staff once, however often an admin asks with one key. Thread-safe. */
final class RepeatableRegistrations {

    /** What a request is recognised by. It is hashed without a salt and kept, so the password itself is no part of it. */
    private record Asked(EmailAddress email, FullName fullName, String passwordMark, Role role) {}

    private final Registrations registrations;
    private final Idempotency idempotency;
    private final UserAnswers answers;
    private final PasswordMarks marks;

    RepeatableRegistrations(
            Registrations registrations, Idempotency idempotency, UserAnswers answers, PasswordMarks marks) {
        this.registrations = registrations;
        this.idempotency = idempotency;
        this.answers = answers;
        this.marks = marks;
    }

    /**
     * @param whenReplayed told before the first answer is given again
     * @throws RejectedException as {@link Registrations} and {@link Idempotency} do
     */
    UserDetails register(StaffRegistration body, IdempotencyKey key, Caller admin, Runnable whenReplayed) {
        RegisterUser command = registrations.command(UserId.next(), body, admin);
        Asked asked = new Asked(body.email(), body.fullName(), marks.of(body.password()), body.role());
        return idempotency.once(new Repeatable<>(
                RepeatableRequest.of(admin, key, "POST /api/users/admin", asked),
                command,
                command.userId(),
                answers,
                whenReplayed));
    }
}
