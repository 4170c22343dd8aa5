package io.ledgerbank.command.user;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserRegistered;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Makes somebody a user: the event and the credential commit together or not at all. */
class RegisteringUsers {

    private final Repository<User> users;
    private final PendingCredentials credentials;
    private final ChangingPolicy policy;
    private final Appointments appointments;
    private final Clock clock;

    RegisteringUsers(
            Repository<User> users,
            PendingCredentials credentials,
            ChangingPolicy policy,
            Appointments appointments,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code email_already_exists} */
    @CommandHandler
    UserDetails handle(RegisterUser command) throws Exception {
        policy.requireRegistering(command);
        var registered = new UserRegistered(
                command.userId(), command.email(), command.fullName(), command.role(), clock.instant());
        UserDetails user = UserDetails.of(registered);
        credentials.add(new Credential(user, command.passwordHash(), command.suits()));
        appointments.note(user, command.caller());
        users.newInstance(() -> new User(registered));
        return user;
    }
}
