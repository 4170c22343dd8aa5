package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Registers people: the password is checked and hashed here, before any command knows of it. Thread-safe. */
public class Registrations {

    private final CommandGateway commands;
    private final Passwords passwords;

    Registrations(CommandGateway commands, Passwords passwords) {
        this.commands = commands;
        this.passwords = passwords;
    }

    /**
     * Makes somebody a user on behalf of the service itself.
     *
     * @param id new, one that no other user has
     * @throws RejectedException {@code invalid_email_format}, {@code invalid_name_format}, {@code
     *     invalid_password_format}, {@code invalid_role}, {@code email_already_exists}
     */
    public UserDetails register(UserId id, String email, String fullName, Password password, Role role) {
        var registration = new StaffRegistration(EmailAddress.parse(email), FullName.parse(fullName), password, role);
        return register(id, registration, Caller.system());
    }

    UserDetails register(UserId id, StaffRegistration registration, Caller by) {
        return commands.sendAndWait(command(id, registration, by));
    }

    /** What makes somebody a user once it is sent. */
    RegisterUser command(UserId id, StaffRegistration registration, Caller by) {
        Role role = registration.role();
        if (role == Role.SYSTEM) {
            throw new RejectedException(Reason.INVALID_ROLE, Reason.INVALID_ROLE.description());
        }
        Password password = registration.password();
        password.mustSuit(role);
        return new RegisterUser(
                id,
                registration.email().value(),
                registration.fullName().value(),
                role,
                passwords.hash(password),
                password.suits(),
                by);
    }
}
