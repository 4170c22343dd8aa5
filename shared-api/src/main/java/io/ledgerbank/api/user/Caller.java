package io.ledgerbank.api.user;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import java.util.UUID;

/** On whose behalf something is asked. */
@JsonAutoDetect(isGetterVisibility = Visibility.NONE)
public record Caller(UserId userId, Role role) {

    private static final Caller SYSTEM = new Caller(new UserId(new UUID(0, 0)), Role.SYSTEM);

    public static Caller system() {
        return SYSTEM;
    }

    public boolean owns(UserId owner) {
        return userId.equals(owner);
    }

    /** Whether the caller works for the bank and may look at every customer's affairs. */
    public boolean isStaff() {
        return role != Role.USER;
    }

    /** @throws RejectedException {@code insufficient_permissions} unless the caller works for the bank */
    public void requireStaff() {
        if (!isStaff()) {
            throw new RejectedException(Reason.INSUFFICIENT_PERMISSIONS, "Only the bank's staff may do this");
        }
    }

    public boolean isAdmin() {
        return role == Role.ADMIN || role == Role.SYSTEM;
    }

    /** @throws RejectedException {@code insufficient_permissions} unless the caller administers the bank */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw new RejectedException(Reason.INSUFFICIENT_PERMISSIONS, "Only administrators may do this");
        }
    }

    /** Who acted, as events remember it. */
    @Override
    public String toString() {
        return role == Role.SYSTEM ? "system" : userId.toString();
    }
}
