package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.ActivateUser;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangeUser;
import io.ledgerbank.api.user.DeleteUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.SuspendUser;
import io.ledgerbank.api.user.UserChange;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.forgetting.Forgetting;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do to other users. */
@RestController
@RequestMapping("/api/users/{id}")
class AdministrationEndpoint {

    /** What is to change; what is left out stays. */
    record Changes(Optional<EmailAddress> email, Optional<FullName> fullName, Optional<Role> role) {

        ChangeUser command(UserId id, Caller caller) {
            if (email.isEmpty() && fullName.isEmpty() && role.isEmpty()) {
                throw new RejectedException(Reason.MISSING_FIELDS, "At least one of email, fullName and role is given");
            }
            if (role.filter(Role.SYSTEM::equals).isPresent()) {
                throw new RejectedException(Reason.INVALID_ROLE, Reason.INVALID_ROLE.description());
            }
            return new ChangeUser(id, email.map(EmailAddress::value), fullName.map(FullName::value), role, caller);
        }
    }

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final UserAnswers answers;
    private final Forgetting forgetting;

    AdministrationEndpoint(
            CommandGateway commands, Idempotency idempotency, UserAnswers answers, Forgetting forgetting) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
        this.forgetting = forgetting;
    }

    @PutMapping
    UserDetails change(@PathVariable UserId id, @RequestBody Changes body, Caller caller) {
        caller.requireAdmin();
        if (caller.owns(id)) {
            throw new RejectedException(
                    Reason.INSUFFICIENT_PERMISSIONS, "Administrators change themselves at /api/profile");
        }
        return commands.sendAndWait(body.command(id, caller));
    }

    @PostMapping("/suspend")
    UserDetails suspend(
            @PathVariable UserId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller,
            HttpServletResponse response) {
        caller.requireAdmin();
        return once(key, "suspend", new SuspendUser(id, caller), response);
    }

    @PostMapping("/activate")
    UserDetails activate(
            @PathVariable UserId id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Caller caller,
            HttpServletResponse response) {
        caller.requireAdmin();
        return once(key, "activate", new ActivateUser(id, caller), response);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UserId id, Caller caller) {
        caller.requireAdmin();
        commands.sendAndWait(new DeleteUser(id, caller));
        forgetting.forget(id);
    }

    private UserDetails once(Optional<String> key, String what, UserChange command, HttpServletResponse response) {
        String operation = "POST /api/users/%s/%s".formatted(command.userId(), what);
        return idempotency.perhapsOnce(
                key.map(IdempotencyKey::new),
                command,
                given -> new Repeatable<>(
                        RepeatableRequest.of(command.caller(), given, operation, ""),
                        command,
                        command.userId(),
                        answers,
                        ReplayedHeader.on(response)));
    }
}
