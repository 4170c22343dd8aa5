package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.ActivateUser;
import io.ledgerbank.api.user.ChangePassword;
import io.ledgerbank.api.user.ChangeUser;
import io.ledgerbank.api.user.DeleteUser;
import io.ledgerbank.api.user.RecordForgetting;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.SuspendUser;
import io.ledgerbank.api.user.UserActivated;
import io.ledgerbank.api.user.UserChange;
import io.ledgerbank.api.user.UserDeleted;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserEvent;
import io.ledgerbank.api.user.UserForgotten;
import io.ledgerbank.api.user.UserPasswordChanged;
import io.ledgerbank.api.user.UserProfileChanged;
import io.ledgerbank.api.user.UserRoleChanged;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.api.user.UserSuspended;
import io.ledgerbank.command.user.CredentialChange.LoginsEnded;
import io.ledgerbank.command.user.CredentialChange.PasswordSet;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Changes users who exist: the events and the credential commit together or not at all. */
final class ChangingUsers {

    private final Repository<User> users;
    private final PendingCredentials credentials;
    private final ChangingPolicy policy;
    private final AccountsOfUsers accounts;
    private final Appointments appointments;
    private final Clock clock;

    ChangingUsers(
            Repository<User> users,
            PendingCredentials credentials,
            ChangingPolicy policy,
            AccountsOfUsers accounts,
            Appointments appointments,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.accounts = accounts;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** @throws RejectedException {@code user_not_found}, {@code email_already_exists}, {@code password_unsuitable} */
    @CommandHandler
    UserDetails handle(ChangeUser command) {
        Aggregate<User> user = allowed(command);
        UserDetails before = user.invoke(User::details);
        String email = command.email().orElse(before.email());
        String fullName = command.fullName().orElse(before.fullName());
        Role role = command.role().orElse(before.role());
        policy.requirePasswordFor(before, role);
        if (!email.equals(before.email()) && command.caller().owns(command.userId())) {
            credentials.note(new LoginsEnded(command.userId()));
        }
        if (!email.equals(before.email()) || !fullName.equals(before.fullName())) {
            changed(user, new UserProfileChanged(command.userId(), email, fullName, now()));
        }
        if (role != before.role()) {
            changed(user, new UserRoleChanged(command.userId(), role, now()));
            appointments.note(before, role, command.caller());
        }
        return user.invoke(User::details);
    }

    @CommandHandler
    UserDetails handle(ChangePassword command) {
        Aggregate<User> user = allowed(command);
        policy.requireReplaceable(user.invoke(User::details), command);
        user.execute(known -> known.record(new UserPasswordChanged(command.userId(), now())));
        credentials.note(new PasswordSet(command.userId(), command.passwordHash(), command.suits()));
        return user.invoke(User::details);
    }

    /** @throws RejectedException {@code already_processed} when the user is suspended already */
    @CommandHandler
    UserDetails handle(SuspendUser command) {
        return changedFrom(UserStatus.ACTIVE, command, new UserSuspended(command.userId(), now()));
    }

    /** @throws RejectedException {@code already_processed} when the user is active already */
    @CommandHandler
    UserDetails handle(ActivateUser command) {
        return changedFrom(UserStatus.SUSPENDED, command, new UserActivated(command.userId(), now()));
    }

    /** @throws RejectedException {@code user_has_open_accounts} */
    @CommandHandler
    UserDetails handle(DeleteUser command) {
        Aggregate<User> user = allowed(command);
        if (accounts.anyOpen(command.userId())) {
            throw rejected(Reason.USER_HAS_OPEN_ACCOUNTS);
        }
        return changed(user, new UserDeleted(command.userId(), now()));
    }

    /** The bank's own doing: nobody is asked. */
    @CommandHandler
    void handle(RecordForgetting command) {
        Aggregate<User> user = load(command.userId());
        if (!user.invoke(User::isForgotten)) {
            user.execute(known -> known.record(new UserForgotten(command.userId(), command.keyFingerprint(), now())));
        }
    }

    private UserDetails changedFrom(UserStatus status, UserChange command, UserEvent event) {
        Aggregate<User> user = allowed(command);
        if (user.invoke(User::details).status() != status) {
            throw rejected(Reason.ALREADY_PROCESSED);
        }
        return changed(user, event);
    }

    private UserDetails changed(Aggregate<User> user, UserEvent event) {
        credentials.change(user.invoke(User::details).after(event));
        user.execute(known -> known.record(event));
        return user.invoke(User::details);
    }

    private Aggregate<User> allowed(UserChange change) {
        policy.require(change);
        Aggregate<User> user = load(change.userId());
        if (user.invoke(User::details).status() == UserStatus.DELETED) {
            throw rejected(Reason.USER_NOT_FOUND);
        }
        return user;
    }

    private Aggregate<User> load(UserId id) {
        try {
            return users.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw rejected(Reason.USER_NOT_FOUND);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static RejectedException rejected(Reason reason) {
        return new RejectedException(reason, reason.description());
    }
}
