package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How a user stands in {@code identity.user_credential}. */
final class UserColumns {

    static final String ALL = "user_id, email, full_name, role, status, created_at";

    private UserColumns() {}

    static UserDetails read(ResultSet row) throws SQLException {
        UserStatus status = UserStatus.valueOf(row.getString("status"));
        return new UserDetails(
                new UserId(row.getObject("user_id", UUID.class)),
                status == UserStatus.DELETED ? UserDetails.ERASED : row.getString("email"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                status,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** What stands where addresses are unique, and is none. */
    static String erasedAddress(UserId user) {
        return UserDetails.ERASED + "-" + user;
    }
}
