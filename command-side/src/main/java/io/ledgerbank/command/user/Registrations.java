package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
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
     * @param id new, one that no other user has
     * @throws RejectedException {@code invalid_email_format}, {@code invalid_name_format}, {@code
     *     invalid_password_format}, {@code invalid_role}, {@code email_already_exists}
     */
    public UserDetails register(UserId id, String email, String fullName, Password password, Role role) {
        return register(id, EmailAddress.parse(email), FullName.parse(fullName), password, role);
    }

    UserDetails register(UserId id, EmailAddress email, FullName fullName, Password password, Role role) {
        return commands.sendAndWait(command(id, email, fullName, password, role));
    }

    /** What makes somebody a user once it is sent. */
    RegisterUser command(UserId id, EmailAddress email, FullName fullName, Password password, Role role) {
        if (role == Role.SYSTEM) {
            throw new RejectedException(Reason.INVALID_ROLE, Reason.INVALID_ROLE.description());
        }
        password.mustSuit(role);
        return new RegisterUser(id, email.value(), fullName.value(), role, passwords.hash(password), password.suits());
    }
}
