package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering: anybody as a customer, staff by an admin. */
@RestController
@RequestMapping("/api/users")
class RegisterUserEndpoint {

    record Registration(EmailAddress email, FullName fullName, CustomerPassword password) {

        StaffRegistration ofCustomer() {
            return new StaffRegistration(email, fullName, password.password(), Role.USER);
        }
    }

    private final Registrations registrations;
    private final RepeatableRegistrations repeatable;

    RegisterUserEndpoint(Registrations registrations, RepeatableRegistrations repeatable) {
        this.registrations = registrations;
        this.repeatable = repeatable;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserDetails> register(@RequestBody Registration body) {
        UserId id = UserId.next();
        return created(registrations.register(id, body.ofCustomer(), new Caller(id, Role.USER)));
    }

    @PostMapping("/admin")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserDetails> registerStaff(
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody StaffRegistration body,
            Caller caller,
            HttpServletResponse response) {
        caller.requireAdmin();
        Runnable whenReplayed = ReplayedHeader.on(response);
        return created(key.map(IdempotencyKey::new)
                .map(given -> repeatable.register(body, given, caller, whenReplayed))
                .orElseGet(() -> registrations.register(UserId.next(), body, caller)));
    }

    private static ResponseEntity<UserDetails> created(UserDetails user) {
        return ResponseEntity.created(URI.create("/api/users/" + user.id())).body(user);
    }
}
