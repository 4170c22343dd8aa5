package io.ledgerbank.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each projection has read the log, and which process feeds it. Who feeds one says so again with every batch; who
 * has been silent for {@link #SILENCE} may be replaced. Thread-safe.
 */
final class Positions {

    /** After a crash another process takes over this late. Safe: who was replaced cannot move the position any more. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final String CLAIM = """
            INSERT INTO readmodel.projection AS kept (name, version, position, fed_by, fed_until)
            VALUES (:name, :version, 0, :me, now() + make_interval(secs => :silence))
            ON CONFLICT (name) DO UPDATE SET fed_by = excluded.fed_by, fed_until = excluded.fed_until
            WHERE kept.fed_by = excluded.fed_by OR kept.fed_until < now()
            RETURNING position""";

    /**
     * The commit does not wait for the disk. Should the database lose it in a crash, rows and position are lost together,
     * and the next move starts from a position that is not there any more. What the transaction does next finds rows by their
     * keys: a plan that was made while a table was empty would else scan it however large it has become.
     */
    private static final String MOVE = """
            WITH quickly AS MATERIALIZED (
                SELECT set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true))
            UPDATE readmodel.projection SET position = :to, fed_until = now() + make_interval(secs => :silence)
            FROM quickly WHERE name = :name AND fed_by = :me AND position = :from
              AND (:last::text IS NULL
                OR EXISTS (SELECT FROM eventlog.event WHERE event.position = :to AND event_id::text = :last))""";

    private static final String RELEASE =
            "UPDATE readmodel.projection SET fed_until = '-infinity' WHERE name = :name AND fed_by = :me";

    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM eventlog.event";

    private final JdbcClient jdbc;
    private final UUID me = UUID.randomUUID();

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position from which this process is to go on, unless another feeds the projection. */
    Optional<Long> claim(ProjectionName name) {
        return jdbc.sql(CLAIM)
                .param("name", name.code())
                .param("version", name.version())
                .param("me", me)
                .param("silence", SILENCE.toSeconds())
                .query(Long.class)
                .optional();
    }

    /**
     * Moves the position in the running transaction, or merely says again who feeds the projection.
     *
     * @param last the event at the new position, as it was read, which may have been long ago; none where none was read
     * @return false when this process does not feed it any more, the position is another, or the log has lost that event
     */
    boolean move(ProjectionName name, long from, long to, Optional<String> last) {
        return jdbc.sql(MOVE)
                        .param("name", name.code())
                        .param("me", me)
                        .param("silence", SILENCE.toSeconds())
                        .param("from", from)
                        .param("to", to)
                        .param("last", last.orElse(null))
                        .update()
                == 1;
    }

    /** How far the projection has come, whoever feeds it. */
    long of(ProjectionName name) {
        return jdbc.sql("SELECT position FROM readmodel.projection WHERE name = :projection")
                .param("projection", name.code())
                .query(Long.class)
                .optional()
                .orElse(LogPosition.NONE);
    }

    /** Of the last event in the log. */
    long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /** Lets another process feed the projection at once. */
    void release(ProjectionName name) {
        jdbc.sql(RELEASE).param("name", name.code()).param("me", me).update();
    }
}
