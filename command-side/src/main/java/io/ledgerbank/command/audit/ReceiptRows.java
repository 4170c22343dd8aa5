package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.id.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the log what receipts are made of. Thread-safe. */
final class ReceiptRows {

    /** An event as it is stored, and the hash of the one before it. */
    record Stored(
            long position,
            String eventId,
            String streamType,
            String streamId,
            long sequence,
            String type,
            Optional<String> revision,
            OffsetDateTime recordedAt,
            String metadata,
            String payload,
            String previousHash,
            String hash) {

        Receipt.Proven proven(Checkpoint covering, long index, List<String> path, Optional<String> sealedKey) {
            return new Receipt.Proven(
                    position,
                    eventId,
                    streamType,
                    streamId,
                    sequence,
                    type,
                    revision,
                    recordedAt.toInstant(),
                    metadata,
                    payload,
                    sealedKey,
                    previousHash,
                    hash,
                    covering.position(),
                    index,
                    path);
        }
    }

    private static final String EVENTS = """
            SELECT event.*, coalesce(before.hash, decode(repeat('00', 32), 'hex')) AS previous_hash
            FROM eventlog.event AS event LEFT JOIN eventlog.event AS before ON before.position = event.position - 1
            WHERE event.stream_id = ? AND event.stream_type = 'Payment' ORDER BY event.sequence""";

    private static final String COVERING = "SELECT " + CheckpointTable.COLUMNS
            + " FROM eventlog.checkpoint WHERE position >= ? ORDER BY position LIMIT 1";

    private static final String HASHES =
            "SELECT hash FROM eventlog.event WHERE position > ? AND position <= ? ORDER BY position";

    private static final int FETCH = 10_000;

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stored> events(PaymentId id) {
        return jdbc.sql(EVENTS)
                .param(id.toString())
                .query((row, number) -> stored(row))
                .list();
    }

    /** The first checkpoint that covers the position. */
    Optional<Checkpoint> covering(long position) {
        return jdbc.sql(COVERING).param(position).query(CheckpointTable::read).optional();
    }

    /** Events that the checkpoint covers, in their order, with their paths up to its root. In a transaction. */
    List<Receipt.Proven> proven(Checkpoint covering, List<Stored> events, SealedKeys keys) {
        long first = covering.previousPosition() + 1;
        SortedSet<Long> indexes = new TreeSet<>();
        events.forEach(event -> indexes.add(event.position() - first));
        MerklePaths tree = new MerklePaths(indexes);
        jdbc.sql(HASHES)
                .withFetchSize(FETCH)
                .params(covering.previousPosition(), covering.position())
                .query(row -> {
                    tree.add(row.getBytes("hash"));
                });
        Iterator<List<String>> paths = tree.paths().values().iterator();
        return events.stream()
                .map(event ->
                        event.proven(covering, event.position() - first, paths.next(), keys.keyOf(event.payload())))
                .toList();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getString("type"),
                Optional.ofNullable(row.getString("revision")),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("metadata"),
                row.getString("payload"),
                HexFormat.of().formatHex(row.getBytes("previous_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
