package io.ledgerbank.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What projections could not write, in the order of the log, with everything of the same streams behind it. Until it is
 * written, their rows lack it. Thread-safe.
 */
public final class ParkedEvents {

    private static final String PARK = """
            INSERT INTO readmodel.parked_event (projection, position, stream_id, failure, tries, parked_at, retry)
            VALUES (:projection, :position, :stream, :failure, :tries, now(), false)
            ON CONFLICT (projection, position) DO NOTHING""";

    private static final String HELD =
            "SELECT DISTINCT stream_id FROM readmodel.parked_event WHERE projection = :projection";

    private final JdbcClient jdbc;

    ParkedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Streams of which something is parked. */
    public Set<String> heldBy(ProjectionName projection) {
        return new HashSet<>(jdbc.sql(HELD)
                .param("projection", projection.code())
                .query(String.class)
                .list());
    }

    /** In the order of the log. */
    public List<ParkedEvent> of(ProjectionName projection) {
        return jdbc.sql(
                        "SELECT * FROM readmodel.parked_event WHERE projection = :projection ORDER BY position LIMIT 1000")
                .param("projection", projection.code())
                .query((row, number) -> event(row))
                .list();
    }

    /**
     * Whoever feeds the projection tries within a second.
     *
     * @return false when nothing of the stream is parked
     */
    public boolean askToRetry(ProjectionName projection, String stream) {
        return jdbc.sql(
                                "UPDATE readmodel.parked_event SET retry = true WHERE projection = :projection AND stream_id = :stream")
                        .param("projection", projection.code())
                        .param("stream", stream)
                        .update()
                > 0;
    }

    void askToRetryAll(ProjectionName projection) {
        jdbc.sql("UPDATE readmodel.parked_event SET retry = true WHERE projection = :projection AND NOT retry")
                .param("projection", projection.code())
                .update();
    }

    /** Of the streams that are to be tried again. */
    List<ParkedEvent> due(ProjectionName projection) {
        return jdbc.sql("""
                        SELECT * FROM readmodel.parked_event WHERE projection = :projection AND stream_id IN (
                            SELECT stream_id FROM readmodel.parked_event WHERE projection = :projection AND retry)
                        ORDER BY position LIMIT 1000""")
                .param("projection", projection.code())
                .query((row, number) -> event(row))
                .list();
    }

    /** @param failure why it could not be written; nothing for what merely waits behind another */
    void park(ProjectionName projection, long position, String stream, Optional<String> failure) {
        jdbc.sql(PARK)
                .param("projection", projection.code())
                .param("position", position)
                .param("stream", stream)
                .param("failure", failure.orElse(null))
                .param("tries", failure.isPresent() ? 1 : 0)
                .update();
    }

    void remove(ProjectionName projection, long position) {
        jdbc.sql("DELETE FROM readmodel.parked_event WHERE projection = :projection AND position = :position")
                .param("projection", projection.code())
                .param("position", position)
                .update();
    }

    /** It stays, and so does what waits behind it. */
    void failAgain(ProjectionName projection, ParkedEvent event, String failure) {
        jdbc.sql("""
                        UPDATE readmodel.parked_event SET failure = :failure, tries = tries + 1
                        WHERE projection = :projection AND position = :position""")
                .param("failure", failure)
                .param("projection", projection.code())
                .param("position", event.position())
                .update();
        jdbc.sql(
                        "UPDATE readmodel.parked_event SET retry = false WHERE projection = :projection AND stream_id = :stream")
                .param("projection", projection.code())
                .param("stream", event.streamId())
                .update();
    }

    /** Whether rows that are made of any of these streams, or of any at all when none is named, lack something. */
    boolean concern(Collection<ProjectionName> projections, Set<String> streams) {
        return projections.stream().anyMatch(name -> {
            Set<String> held = heldBy(name);
            return streams.isEmpty() ? !held.isEmpty() : streams.stream().anyMatch(held::contains);
        });
    }

    private static ParkedEvent event(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getLong("position"),
                row.getString("stream_id"),
                Optional.ofNullable(row.getString("failure")),
                row.getInt("tries"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }
}
