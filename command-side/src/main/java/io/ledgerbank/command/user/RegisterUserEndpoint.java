package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering: anybody as a customer, staff by an admin. */
@RestController
@RequestMapping("/api/users")
class RegisterUserEndpoint {

    record Registration(EmailAddress email, FullName fullName, Password password) {}

    record StaffRegistration(EmailAddress email, FullName fullName, Password password, Role role) {}

    private final Registrations registrations;

    RegisterUserEndpoint(Registrations registrations) {
        this.registrations = registrations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserDetails> register(@RequestBody Registration body) {
        return created(
                registrations.register(UserId.next(), body.email(), body.fullName(), body.password(), Role.USER));
    }

    @PostMapping("/admin")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UserDetails> registerStaff(Caller caller, @RequestBody StaffRegistration body) {
        if (!caller.isAdmin()) {
            throw new RejectedException(Reason.INSUFFICIENT_PERMISSIONS, Reason.INSUFFICIENT_PERMISSIONS.description());
        }
        return created(
                registrations.register(UserId.next(), body.email(), body.fullName(), body.password(), body.role()));
    }

    private static ResponseEntity<UserDetails> created(UserDetails user) {
        return ResponseEntity.created(URI.create("/api/users/" + user.id())).body(user);
    }
}
