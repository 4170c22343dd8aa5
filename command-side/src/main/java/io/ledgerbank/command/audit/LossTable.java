package io.ledgerbank.command.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nodes have missed in the log, each signed, for all of them to know. Thread-safe. */
final class LossTable {

    private static final Logger LOG = LoggerFactory.getLogger(LossTable.class);

    private static final String ALL = """
            SELECT position, hash, noted_at, acknowledged_by, reason, key_id, signature
            FROM eventlog.loss ORDER BY noted_at, signature""";
    private static final String ADD = """
            INSERT INTO eventlog.loss (position, hash, noted_at, acknowledged_by, reason, key_id, signature)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private final JdbcClient jdbc;
    private final SigningKeys keys;

    LossTable(JdbcClient jdbc, SigningKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** In the order in which they were noted; what the service did not write is not told. */
    List<Loss> all() {
        try (Stream<Optional<Loss>> rows = jdbc.sql(ALL).query(this::genuine).stream()) {
            return rows.flatMap(Optional::stream).toList();
        }
    }

    void add(Loss loss) {
        HexFormat hex = HexFormat.of();
        jdbc.sql(ADD)
                .params(Arrays.asList(
                        loss.position(),
                        hex.parseHex(loss.hash()),
                        OffsetDateTime.ofInstant(loss.notedAt(), ZoneOffset.UTC),
                        loss.acknowledgement().map(Loss.Acknowledgement::by).orElse(null),
                        loss.acknowledgement().map(Loss.Acknowledgement::reason).orElse(null),
                        hex.parseHex(keys.ownId()),
                        hex.parseHex(keys.sign(loss.form()))))
                .update();
    }

    private Optional<Loss> genuine(ResultSet row, int number) throws SQLException {
        Loss loss = new Loss(
                row.getLong("position"),
                CheckpointTable.hex(row, "hash"),
                CheckpointTable.time(row, "noted_at"),
                acknowledgement(row));
        SignatureVerdict verdict =
                keys.judge(loss.form(), CheckpointTable.hex(row, "key_id"), CheckpointTable.hex(row, "signature"));
        if (verdict == SignatureVerdict.GENUINE) {
            return Optional.of(loss);
        }
        LOG.error("What is stored of a loss at position {} was not written by LedgerBank", loss.position());
        return Optional.empty();
    }

    private static Optional<Loss.Acknowledgement> acknowledgement(ResultSet row) throws SQLException {
        String by = row.getString("acknowledged_by");
        String reason = row.getString("reason");
        return by == null || reason == null ? Optional.empty() : Optional.of(new Loss.Acknowledgement(by, reason));
    }
}
