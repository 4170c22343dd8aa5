package io.ledgerbank.command.securitylog;

import io.ledgerbank.api.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the stream of security events, newest first. */
final class SecurityEvents {

    /** What somebody who looks is interested in; times are from the first, included, to the second, excluded. */
    record Filter(
            Optional<SecurityEventKind> kind,
            Optional<UserId> actor,
            Optional<UserId> subject,
            Optional<Instant> from,
            Optional<Instant> to) {}

    private static final String LIST =
            "SELECT id, occurred_at, kind, actor, subject, reason, action, resource, network,"
                    + " correlation_id FROM identity.security_event"
                    + " WHERE (:kind::text IS NULL OR kind = :kind) AND (:actor::uuid IS NULL OR actor = :actor::uuid)"
                    + " AND (:subject::uuid IS NULL OR subject = :subject::uuid)"
                    + " AND (:from::timestamptz IS NULL OR occurred_at >= :from)"
                    + " AND (:to::timestamptz IS NULL OR occurred_at < :to)"
                    + " AND id < :before ORDER BY id DESC LIMIT :limit";

    private final JdbcClient jdbc;

    SecurityEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SecurityEventDetails> find(Filter filter, long before, int limit) {
        return jdbc.sql(LIST)
                .param("kind", filter.kind().map(Enum::name).orElse(null))
                .param("actor", filter.actor().map(Object::toString).orElse(null))
                .param("subject", filter.subject().map(Object::toString).orElse(null))
                .param("from", filter.from().map(Timestamp::from).orElse(null))
                .param("to", filter.to().map(Timestamp::from).orElse(null))
                .param("before", before)
                .param("limit", limit)
                .query(SecurityEvents::read)
                .list();
    }

    private static SecurityEventDetails read(ResultSet row, int number) throws SQLException {
        return new SecurityEventDetails(
                row.getLong("id"),
                SecurityEventKind.valueOf(row.getString("kind")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                user(row, "actor"),
                user(row, "subject"),
                Optional.ofNullable(row.getString("reason")),
                row.getString("action"),
                row.getString("resource"),
                row.getString("network"),
                row.getString("correlation_id"));
    }

    private static Optional<UserId> user(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(UserId::new);
    }
}
