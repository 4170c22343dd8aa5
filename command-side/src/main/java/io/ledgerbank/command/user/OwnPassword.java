package io.ledgerbank.command.user;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangePassword;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Lets people do what only who knows their password may, such as choosing another. Thread-safe. */
final class OwnPassword {

    private final Credentials credentials;
    private final Guesses guesses;
    private final Passwords passwords;
    private final CommandGateway commands;

    OwnPassword(Credentials credentials, Guesses guesses, Passwords passwords, CommandGateway commands) {
        this.credentials = credentials;
        this.guesses = guesses;
        this.passwords = passwords;
        this.commands = commands;
    }

    /**
     * Failures count by login: who has stolen one keeps nobody from another.
     *
     * @return the credential that the password is of
     * @throws RejectedException {@code invalid_password}, {@code too_many_failed_logins}, {@code service_unavailable}
     */
    Credential prove(Caller caller, SessionId login, Password password) {
        return guesses.check(
                        "of " + caller.userId(),
                        "login " + login,
                        password,
                        () -> credentials.credentialOf(caller.userId()))
                .orElseThrow(
                        () -> new RejectedException(Reason.INVALID_PASSWORD, Reason.INVALID_PASSWORD.description()));
    }

    /**
     * Ends every login of the caller, this one included.
     *
     * @throws RejectedException {@code invalid_password} when the current one is another, {@code invalid_password_format},
     *     {@code common_password}, {@code too_many_failed_logins}, {@code service_unavailable}
     */
    void change(Caller caller, SessionId login, Password current, Password next) {
        next.mustSuit(caller.role());
        Credential proved = prove(caller, login, current);
        if (current.equals(next)) {
            String same = "The new password is the current one";
            throw new RejectedException(
                    Reason.INVALID_PASSWORD_FORMAT,
                    same,
                    List.of(new FieldError("newPassword", Reason.INVALID_PASSWORD_FORMAT, same)));
        }
        commands.sendAndWait(
                new ChangePassword(caller.userId(), proved.passwordHash(), passwords.hash(next), next.suits(), caller));
    }
}
