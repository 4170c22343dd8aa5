package io.ledgerbank.command.forgetting;

import io.ledgerbank.api.id.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells who is no user any more and not forgotten yet. Thread-safe. */
final class DeletedUsers {

    private static final String NOT_FORGOTTEN = """
            SELECT user_id FROM identity.user_credential AS deleted WHERE status = 'DELETED' AND NOT EXISTS (
                SELECT FROM eventlog.person_key WHERE person = deleted.user_id AND certified_at IS NOT NULL)""";

    private final JdbcClient jdbc;

    DeletedUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UserId> notForgotten() {
        return jdbc.sql(NOT_FORGOTTEN).query(UUID.class).list().stream()
                .map(UserId::new)
                .toList();
    }
}
