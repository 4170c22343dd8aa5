package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangePassword;
import io.ledgerbank.api.user.ChangeUser;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserChange;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;

/**
 * Who may change whom. People change their own profile and password; administrators change others, and never themselves, so
 * that one of them is always left.
 */
final class ChangingPolicy {

    private final PendingCredentials credentials;

    ChangingPolicy(PendingCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Anybody becomes a customer; staff are made by administrators.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    void requireRegistering(RegisterUser command) {
        if (command.role() != Role.USER) {
            requireAdministering(command.caller());
        }
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    void require(UserChange change) {
        Caller caller = change.caller();
        boolean isOwn = caller.owns(change.userId());
        switch (change) {
            case ChangePassword password -> requireAllowed(isOwn);
            case ChangeUser profile when isOwn -> requireAllowed(profile.role().isEmpty());
            default -> {
                requireAllowed(!isOwn);
                requireAdministering(caller);
            }
        }
    }

    /** @throws RejectedException {@code password_unsuitable} when the user gets a role that demands more of a password */
    void requirePasswordFor(UserDetails user, Role role) {
        boolean becomesStaff = user.role() == Role.USER && role != Role.USER;
        requireSuitable(!becomesStaff
                || credentials
                        .credentialOf(user.id())
                        .filter(known -> known.suits() != Role.USER)
                        .isPresent());
    }

    /**
     * By now as well: the password that was shown may be none any more, and the role may be another.
     *
     * @throws RejectedException {@code invalid_password}, {@code password_unsuitable}
     */
    void requireReplaceable(UserDetails user, ChangePassword command) {
        boolean stillProved = credentials
                .credentialOf(user.id())
                .filter(known -> known.passwordHash().equals(command.provedHash()))
                .isPresent();
        if (!stillProved) {
            throw new RejectedException(Reason.INVALID_PASSWORD, Reason.INVALID_PASSWORD.description());
        }
        requireSuitable(user.role() == Role.USER || command.suits() != Role.USER);
    }

    private static void requireSuitable(boolean suitable) {
        if (!suitable) {
            throw new RejectedException(Reason.PASSWORD_UNSUITABLE, Reason.PASSWORD_UNSUITABLE.description());
        }
    }

    /** By now, and not when the caller was let in: of two administrators who suspend each other, one is first. */
    private void requireAdministering(Caller caller) {
        requireAllowed(caller.isAdmin());
        boolean still = caller.role() == Role.SYSTEM
                || credentials
                        .find(caller.userId())
                        .filter(user -> user.status() == UserStatus.ACTIVE && user.role() == Role.ADMIN)
                        .isPresent();
        requireAllowed(still);
    }

    private static void requireAllowed(boolean allowed) {
        if (!allowed) {
            throw new RejectedException(
                    Reason.INSUFFICIENT_PERMISSIONS, "Administrators change others, everybody else themselves");
        }
    }
}
