package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, staying in and leaving. */
@RestController
@RequestMapping("/api/auth")
class AuthEndpoint {

    record Login(String email, Password password) {}

    record Refresh(RefreshToken refreshToken) {}

    record Validity(boolean valid, UserId userId, Role role, Instant expiresAt) {}

    private final WatchedDoor door;
    private final KnownUsers users;

    AuthEndpoint(WatchedDoor door, KnownUsers users) {
        this.door = door;
        this.users = users;
    }

    @PostMapping("/login")
    Session login(@RequestBody Login login, HttpServletRequest request) {
        return door.login(login.email(), login.password(), request.getRemoteAddr());
    }

    @PostMapping("/refresh")
    Session refresh(@RequestBody Refresh refresh, HttpServletRequest request) {
        return door.refresh(refresh.refreshToken(), request.getRemoteAddr());
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(Caller caller, @RequestBody Refresh refresh, HttpServletRequest request) {
        door.logout(caller.userId(), refresh.refreshToken(), request.getRemoteAddr());
    }

    @PostMapping("/logout-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logoutEverywhere(Caller caller, HttpServletRequest request) {
        door.logoutEverywhere(caller.userId(), request.getRemoteAddr());
    }

    @GetMapping("/me")
    UserDetails me(Caller caller) {
        return users.find(caller.userId())
                .orElseThrow(() -> new RejectedException(Reason.USER_NOT_FOUND, Reason.USER_NOT_FOUND.description()));
    }

    @GetMapping("/validate")
    Validity validate(Caller caller, AccessToken token) {
        return new Validity(true, caller.userId(), caller.role(), token.expiresAt());
    }
}
