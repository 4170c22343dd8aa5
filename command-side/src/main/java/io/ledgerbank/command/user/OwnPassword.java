package io.ledgerbank.command.user;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangePassword;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Lets people choose another password, once they have shown that they know the one before. Thread-safe. */
final class OwnPassword {

    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginBackoff backoff;
    private final CommandGateway commands;

    OwnPassword(Credentials credentials, Passwords passwords, LoginBackoff backoff, CommandGateway commands) {
        this.backoff = backoff;
        this.credentials = credentials;
        this.passwords = passwords;
        this.commands = commands;
    }

    /**
     * Ends every login of the caller, this one included.
     *
     * @throws RejectedException {@code invalid_password} when the current one is another, {@code invalid_password_format},
     *     {@code common_password}, {@code too_many_failed_logins}, {@code service_unavailable}
     */
    void change(Caller caller, Password current, Password next) {
        next.mustSuit(caller.role());
        String guesser = "of " + caller.userId();
        backoff.attempt(guesser, "");
        Optional<String> expected = credentials.credentialOf(caller.userId()).map(Credential::passwordHash);
        if (!passwords.match(current, expected)) {
            throw new RejectedException(Reason.INVALID_PASSWORD, Reason.INVALID_PASSWORD.description());
        }
        backoff.succeeded(guesser, "");
        if (current.equals(next)) {
            String same = "The new password is the current one";
            throw new RejectedException(
                    Reason.INVALID_PASSWORD_FORMAT,
                    same,
                    List.of(new FieldError("newPassword", Reason.INVALID_PASSWORD_FORMAT, same)));
        }
        commands.sendAndWait(new ChangePassword(caller.userId(), passwords.hash(next), next.suits(), caller));
    }
}
