package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user as clients see one. */
public record UserDetails(UserId id, String email, String fullName, Role role, UserStatus status, Instant createdAt) {

    /** What stands where a deleted person's name and address were. */
    public static final String ERASED = "erased";

    public static UserDetails of(UserRegistered event) {
        return new UserDetails(
                event.userId(), event.email(), event.fullName(), event.role(), UserStatus.ACTIVE, event.registeredAt());
    }

    /** The same user once the event has happened. */
    public UserDetails after(UserEvent event) {
        return switch (event) {
            case UserRegistered registered -> of(registered);
            case UserProfileChanged changed ->
                new UserDetails(id, changed.email(), changed.fullName(), role, status, createdAt);
            case UserRoleChanged changed -> new UserDetails(id, email, fullName, changed.role(), status, createdAt);
            case UserPasswordChanged changed -> this;
            case UserForgotten forgotten -> this;
            case UserSuspended suspended -> become(UserStatus.SUSPENDED);
            case UserActivated activated -> become(UserStatus.ACTIVE);
            case UserDeleted deleted -> new UserDetails(id, ERASED, ERASED, role, UserStatus.DELETED, createdAt);
        };
    }

    private UserDetails become(UserStatus next) {
        return new UserDetails(id, email, fullName, role, next, createdAt);
    }
}
