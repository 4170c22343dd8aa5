package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints that stand beside the log. Thread-safe. */
final class CheckpointTable {

    static final String COLUMNS = "position, head_hash, events, merkle_root, signed_at, previous_position,"
            + " previous_hash, key_id, signature";

    private static final String NEWEST =
            "SELECT " + COLUMNS + " FROM eventlog.checkpoint ORDER BY position DESC LIMIT 1";
    private static final String AT = "SELECT " + COLUMNS + " FROM eventlog.checkpoint WHERE position = ?";
    private static final String BEHIND =
            "SELECT " + COLUMNS + " FROM eventlog.checkpoint WHERE position > ? ORDER BY position LIMIT ?";
    private static final String ADD = "INSERT INTO eventlog.checkpoint (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("1970-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T23:59:59Z");

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Checkpoint> newest() {
        return jdbc.sql(NEWEST).query(CheckpointTable::read).optional();
    }

    Optional<Checkpoint> at(long position) {
        return jdbc.sql(AT).param(position).query(CheckpointTable::read).optional();
    }

    /** In the order of their positions. */
    List<Checkpoint> behind(long position, int most) {
        return jdbc.sql(BEHIND)
                .params(position, most)
                .query(CheckpointTable::read)
                .list();
    }

    /** Does nothing when another already follows the same checkpoint. */
    boolean add(Checkpoint checkpoint) {
        return jdbc.sql(ADD).params(values(checkpoint)).update() == 1;
    }

    /** In the order of the columns. */
    static List<Object> values(Checkpoint checkpoint) {
        HexFormat hex = HexFormat.of();
        return List.of(
                checkpoint.position(),
                hex.parseHex(checkpoint.headHash()),
                checkpoint.events(),
                hex.parseHex(checkpoint.merkleRoot()),
                OffsetDateTime.ofInstant(checkpoint.signedAt(), ZoneOffset.UTC),
                checkpoint.previousPosition(),
                hex.parseHex(checkpoint.previousHash()),
                hex.parseHex(checkpoint.keyId()),
                hex.parseHex(checkpoint.signature()));
    }

    /** Reads whatever is there: its owner may have lifted every constraint, and a signature tells. */
    static Checkpoint read(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("position"),
                hex(row, "head_hash"),
                row.getLong("events"),
                hex(row, "merkle_root"),
                time(row, "signed_at"),
                row.getLong("previous_position"),
                hex(row, "previous_hash"),
                hex(row, "key_id"),
                hex(row, "signature"));
    }

    static String hex(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    /** What no clock shows is the last second that can be written down. */
    static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null || time.isAfter(LAST) || time.isBefore(FIRST) ? LAST.toInstant() : time.toInstant();
    }
}
