package io.ledgerbank.command.user;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the users as they are now, newest first. */
final class UserList {

    /**
     * Which users are asked for.
     *
     * @param text of which name or address has to contain a part, in any case
     */
    record Filter(Optional<UserStatus> status, Optional<Role> role, Optional<String> text) {}

    /** How many users there are in all, and of each status and role; deleted ones count as such only. */
    record Statistics(long total, long active, long suspended, long deleted, long users, long support, long admins) {}

    private static final String LIST = "SELECT " + UserColumns.ALL
            + " FROM identity.user_credential"
            + " WHERE (:status::text IS NULL OR status = :status) AND (:role::text IS NULL OR role = :role)"
            + " AND (:text::text IS NULL OR (status <> 'DELETED'"
            + " AND (strpos(lower(full_name), :text) > 0 OR strpos(email, :text) > 0)))"
            + " AND (:createdAt::timestamptz IS NULL OR (created_at, user_id) < (:createdAt, :userId::uuid))"
            + " ORDER BY created_at DESC, user_id DESC LIMIT :limit";

    private static final String COUNT = "SELECT count(*) AS total,"
            + " count(*) FILTER (WHERE status = 'ACTIVE') AS active,"
            + " count(*) FILTER (WHERE status = 'SUSPENDED') AS suspended,"
            + " count(*) FILTER (WHERE status = 'DELETED') AS deleted,"
            + " count(*) FILTER (WHERE status <> 'DELETED' AND role = 'USER') AS users,"
            + " count(*) FILTER (WHERE status <> 'DELETED' AND role = 'SUPPORT') AS support,"
            + " count(*) FILTER (WHERE status <> 'DELETED' AND role = 'ADMIN') AS admins"
            + " FROM identity.user_credential";

    private final JdbcClient jdbc;

    UserList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UserDetails> find(Filter filter, Optional<UserCursor> after, int limit) {
        return jdbc.sql(LIST)
                .param("status", filter.status().map(Enum::name).orElse(null))
                .param("role", filter.role().map(Enum::name).orElse(null))
                .param("text", filter.text().orElse(null))
                .param(
                        "createdAt",
                        after.map(UserCursor::createdAt).map(Timestamp::from).orElse(null))
                .param(
                        "userId",
                        after.map(UserCursor::userId).map(Object::toString).orElse(null))
                .param("limit", limit)
                .query((row, number) -> UserColumns.read(row))
                .list();
    }

    Statistics statistics() {
        return jdbc.sql(COUNT)
                .query((row, number) -> new Statistics(
                        row.getLong("total"),
                        row.getLong("active"),
                        row.getLong("suspended"),
                        row.getLong("deleted"),
                        row.getLong("users"),
                        row.getLong("support"),
                        row.getLong("admins")))
                .single();
    }
}
