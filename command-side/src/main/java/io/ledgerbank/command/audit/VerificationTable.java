package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how far verifications have come, each signed, and the checkpoints that were brought along. Thread-safe. */
final class VerificationTable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationTable.class);

    private static final String COLUMNS = "started_at, finished_at, positions_checked, checkpoints_checked,"
            + " checkpoint_position, checkpoint_hash, head_position, head_hash, damage, broken_position,"
            + " broken_checkpoint, key_id, signature";
    private static final int COLUMN_COUNT = COLUMNS.split(",").length;

    /** Behind more forged rows than that, nothing is told but an error in the log. */
    private static final int MOST_FORGED = 1_000;

    private static final String NEWEST = "SELECT id, " + COLUMNS
            + " FROM eventlog.verification ORDER BY started_at DESC, id DESC LIMIT " + MOST_FORGED;
    private static final String NEWEST_FINISHED = NEWEST.replace("ORDER BY", "WHERE finished_at IS NOT NULL ORDER BY");
    private static final String NEWEST_INTACT =
            NEWEST.replace("ORDER BY", "WHERE finished_at IS NOT NULL AND damage IS NULL ORDER BY");
    private static final String RUNNING =
            "SELECT id, " + COLUMNS + " FROM eventlog.verification WHERE finished_at IS NULL";
    private static final String BEGIN = "INSERT INTO eventlog.verification (" + COLUMNS + ", id) VALUES ("
            + "?, ".repeat(COLUMN_COUNT) + "?) ON CONFLICT DO NOTHING";
    private static final String SAVE = "UPDATE eventlog.verification SET (" + COLUMNS + ") = ("
            + "?, ".repeat(COLUMN_COUNT - 1) + "?) WHERE id = ? AND finished_at IS NULL";
    private static final String LOCK_RUNNING = RUNNING + " FOR UPDATE";

    private static final String WITNESSES =
            "SELECT " + CheckpointTable.COLUMNS + " FROM eventlog.witness WHERE verification_id = ? ORDER BY position";
    private static final String ADD_WITNESS = "INSERT INTO eventlog.witness (verification_id, "
            + CheckpointTable.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;
    private final SigningKeys keys;

    VerificationTable(JdbcClient jdbc, SigningKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The last one that was begun; what the service did not write is not told. */
    Optional<Verification> newest() {
        return trusted(NEWEST);
    }

    /** The last one that has ended, likewise. */
    Optional<Verification> newestFinished() {
        return trusted(NEWEST_FINISHED);
    }

    /** The last one that has found nothing, likewise. */
    Optional<Verification> newestIntact() {
        return trusted(NEWEST_INTACT);
    }

    /** A row that somebody else wrote hides none of those before it. */
    private Optional<Verification> trusted(String query) {
        try (Stream<Read> rows = jdbc.sql(query).query(this::read).stream()) {
            return rows.filter(VerificationTable::isToldOf).findFirst().map(Read::asFarAsTrusted);
        }
    }

    private static boolean isToldOf(Read row) {
        if (row.trusted() || row.verification().isRunning()) {
            return true;
        }
        LOG.error(
                "What is stored of verification {} was not written by LedgerBank",
                row.verification().id());
        return false;
    }

    /** The one that has not finished; at its start, when what is stored of it was not written by the service. */
    Optional<Verification> running() {
        return jdbc.sql(RUNNING).query(this::read).optional().map(Read::asFarAsTrusted);
    }

    /** Likewise, and lets nobody finish it before the transaction ends. */
    Optional<Verification> lockRunning() {
        return jdbc.sql(LOCK_RUNNING).query(this::read).optional().map(Read::asFarAsTrusted);
    }

    /** Does nothing when another is running. */
    boolean begin(Verification verification) {
        return jdbc.sql(BEGIN).params(values(verification)).update() == 1;
    }

    void save(Verification verification) {
        jdbc.sql(SAVE).params(values(verification)).update();
    }

    void addWitness(UUID verification, Checkpoint checkpoint) {
        List<Object> values = new ArrayList<>(List.of(verification));
        values.addAll(CheckpointTable.values(checkpoint));
        jdbc.sql(ADD_WITNESS).params(values).update();
    }

    List<Checkpoint> witnesses(UUID verification) {
        return jdbc.sql(WITNESSES)
                .param(verification)
                .query(CheckpointTable::read)
                .list();
    }

    private List<@Nullable Object> values(Verification verification) {
        HexFormat hex = HexFormat.of();
        return Arrays.asList(
                utc(verification.startedAt()),
                verification.finishedAt().map(VerificationTable::utc).orElse(null),
                verification.positionsChecked(),
                verification.checkpointsChecked(),
                verification.checkpointPosition(),
                hex.parseHex(verification.checkpointHash()),
                verification.head().position(),
                hex.parseHex(verification.head().hash()),
                verification.firstBroken().map(found -> found.damage().name()).orElse(null),
                verification.firstBroken().map(Finding::position).orElse(null),
                verification.firstBroken().flatMap(Finding::checkpoint).orElse(null),
                hex.parseHex(keys.ownId()),
                hex.parseHex(keys.sign(verification.form())),
                verification.id());
    }

    private record Read(Verification verification, boolean trusted) {

        Verification asFarAsTrusted() {
            return trusted ? verification : verification.fromTheStart();
        }
    }

    private Read read(ResultSet row, int number) throws SQLException {
        Verification verification = new Verification(
                row.getObject("id", UUID.class),
                CheckpointTable.time(row, "started_at"),
                row.getObject("finished_at") == null
                        ? Optional.empty()
                        : Optional.of(CheckpointTable.time(row, "finished_at")),
                row.getLong("positions_checked"),
                row.getLong("checkpoints_checked"),
                row.getLong("checkpoint_position"),
                CheckpointTable.hex(row, "checkpoint_hash"),
                new StoredHashes.Stored(row.getLong("head_position"), CheckpointTable.hex(row, "head_hash")),
                finding(row));
        SignatureVerdict verdict = keys.judge(
                verification.form(), CheckpointTable.hex(row, "key_id"), CheckpointTable.hex(row, "signature"));
        return new Read(verification, verdict == SignatureVerdict.GENUINE);
    }

    private static Optional<Finding> finding(ResultSet row) throws SQLException {
        String name = row.getString("damage");
        long position = row.getLong("broken_position");
        long checkpoint = row.getLong("broken_checkpoint");
        Optional<Long> disagreeing = row.wasNull() ? Optional.empty() : Optional.of(checkpoint);
        return Arrays.stream(Damage.values())
                .filter(damage -> damage.name().equals(name))
                .findFirst()
                .map(damage -> new Finding(position, damage, disagreeing));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
