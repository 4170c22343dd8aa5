package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user as clients see one. */
public record UserDetails(UserId id, String email, String fullName, Role role, UserStatus status, Instant createdAt) {

    public static UserDetails of(UserRegistered event) {
        return new UserDetails(
                event.userId(), event.email(), event.fullName(), event.role(), UserStatus.ACTIVE, event.registeredAt());
    }
}
