package io.ledgerbank.command.user;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangeUser;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.securitylog.SecurityEvent;
import io.ledgerbank.command.securitylog.SecurityEventKind;
import io.ledgerbank.command.securitylog.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people see and change of themselves. */
@RestController
@RequestMapping("/api/profile")
class ProfileEndpoint {

    /** What is to change; what is left out stays. */
    record Changes(Optional<EmailAddress> email, Optional<FullName> fullName, Optional<Password> currentPassword) {

        /** Who has stolen a token could move the address away for good. */
        Password provingWhoMoves() {
            return currentPassword.orElseThrow(() -> {
                String needed = "A new e-mail address takes the current password";
                return new RejectedException(
                        Reason.MISSING_FIELDS,
                        needed,
                        List.of(new FieldError("currentPassword", Reason.MISSING_FIELDS, needed)));
            });
        }

        ChangeUser command(Caller caller) {
            if (email.isEmpty() && fullName.isEmpty()) {
                throw new RejectedException(Reason.MISSING_FIELDS, "At least one of email and fullName is given");
            }
            return new ChangeUser(
                    caller.userId(),
                    email.map(EmailAddress::value),
                    fullName.map(FullName::value),
                    Optional.empty(),
                    caller);
        }
    }

    record PasswordChange(Password currentPassword, CustomerPassword newPassword) {}

    private final KnownUsers users;
    private final CommandGateway commands;
    private final OwnPassword ownPassword;
    private final SecurityLog log;

    ProfileEndpoint(KnownUsers users, CommandGateway commands, OwnPassword ownPassword, SecurityLog log) {
        this.log = log;
        this.users = users;
        this.commands = commands;
        this.ownPassword = ownPassword;
    }

    @GetMapping
    UserDetails profile(Caller caller) {
        return users.find(caller.userId())
                .orElseThrow(() -> new RejectedException(Reason.USER_NOT_FOUND, Reason.USER_NOT_FOUND.description()));
    }

    @PutMapping
    UserDetails change(@RequestBody Changes body, Caller caller, AccessToken token) {
        ChangeUser command = body.command(caller);
        if (command.email().isPresent()) {
            ownPassword.prove(caller, token.session(), body.provingWhoMoves());
        }
        return commands.sendAndWait(command);
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange body, Caller caller, AccessToken token, HttpServletRequest request) {
        ownPassword.change(
                caller,
                token.session(),
                body.currentPassword(),
                body.newPassword().password());
        log.record(new SecurityEvent(
                SecurityEventKind.PASSWORD_CHANGED,
                Optional.of(caller.userId()),
                Optional.of(caller.userId()),
                Optional.empty(),
                "PUT /api/profile/password",
                request.getRequestURI(),
                request.getRemoteAddr()));
    }
}
