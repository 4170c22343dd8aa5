package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Role;

/** A password in the clear, on its way to being hashed or compared. It never shows itself. */
public record Password(@JsonValue String value) {

    private static final int LONGEST = 255;
    private static final int SHORTEST = 8;
    private static final int SHORTEST_FOR_STAFF = 15;

    @JsonCreator
    public static Password of(String value) {
        return new Password(value);
    }

    /**
     * Length is what counts (NIST SP 800-63B), and that nobody would guess it; staff can do more harm and need more of it.
     *
     * @throws RejectedException {@code invalid_password_format}, {@code common_password}
     */
    void mustSuit(Role role) {
        int shortest = role == Role.USER ? SHORTEST : SHORTEST_FOR_STAFF;
        int length = length();
        if (length < shortest || length > LONGEST) {
            throw new RejectedException(
                    Reason.INVALID_PASSWORD_FORMAT,
                    "A password of this role has %d to %d characters".formatted(shortest, LONGEST));
        }
        if (CommonPasswords.include(value)) {
            throw new RejectedException(Reason.COMMON_PASSWORD, Reason.COMMON_PASSWORD.description());
        }
    }

    /** The role of most rights for which the password is good enough. */
    Role suits() {
        return length() < SHORTEST_FOR_STAFF ? Role.USER : Role.ADMIN;
    }

    private int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
