package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.command.eventlog.ChainVerifier;
import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Head;
import io.ledgerbank.command.eventlog.OneRunner;
import io.ledgerbank.command.eventlog.SeenHeads;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.testing.TestDatabase;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of texts with one node that vouches for it, and an intruder: the owner, who can lift the protection it set up. */
final class AuditedLog {

    final TestDatabase database;
    final SigningKeys keys;
    final SeenHeads seen = new SeenHeads();
    final Losses losses;
    final CheckpointTable checkpoints;
    final VerificationTable table;
    final Checkpointing checkpointing;
    final Verifications verifications;
    final VerificationRunner runner;

    private final JdbcClient intruder;

    private AuditedLog(TestDatabase database, SigningKeys keys) {
        this.database = database;
        this.keys = keys;
        this.intruder = JdbcClient.create(database.ownerDataSource());
        DataSource service = database.dataSource();
        JdbcClient jdbc = JdbcClient.create(service);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(service));
        StoredHashes hashes = new StoredHashes(jdbc);
        Ranges ranges = new Ranges(new ChainVerifier(service), hashes);
        Trust trust = new Trust(keys, hashes);
        Clock clock = Clock.systemUTC();
        checkpoints = new CheckpointTable(jdbc);
        table = new VerificationTable(jdbc, keys);
        losses = new Losses(seen, new LossTable(jdbc, keys), hashes, clock);
        checkpointing = new Checkpointing(checkpoints, hashes, ranges, trust, losses, keys, clock);
        Remembered remembered = new Remembered(checkpointing, checkpoints, table, trust, losses);
        verifications = new Verifications(table, hashes, transactions, clock);
        runner = new VerificationRunner(
                table,
                checkpoints,
                hashes,
                ranges,
                trust,
                remembered,
                new OneRunner(service, OneRunner.Task.VERIFYING),
                transactions,
                clock);
    }

    static AuditedLog of(TestDatabase database, KeyPair own, KeyPair... further) {
        return new AuditedLog(
                database,
                new SigningKeys(
                        own, List.of(further).stream().map(KeyPair::getPublic).toList()));
    }

    /** The same log by another node, or by this one when it has started again. */
    AuditedLog anew() {
        return new AuditedLog(database, keys);
    }

    /** Appends to a stream of its own. */
    void append(int events) {
        new TestLog(database).append("stream " + head(), events);
    }

    long head() {
        return intruder.sql("SELECT coalesce(max(position), 0) FROM eventlog.event")
                .query(Long.class)
                .single();
    }

    /** As the lane does when it has committed something. */
    void see() {
        long position = head();
        byte[] hash = intruder.sql("SELECT hash FROM eventlog.event WHERE position = ?")
                .param(position)
                .query(byte[].class)
                .single();
        seen.see(new Head(position, new EventHash(hash)));
    }

    void sign() {
        checkpointing.run(new Stop());
    }

    List<Checkpoint> signed() {
        return checkpoints.behind(0, 1_000);
    }

    /** Verifies everything and tells what was found. */
    Verification verify() {
        verifications.request();
        runner.runPending(new Stop());
        Verification verification = verifications.newest().orElseThrow();
        assertThat(verification.isRunning()).isFalse();
        return verification;
    }

    void tamper(String sql) {
        tamperWith("event", sql);
    }

    void tamperWith(String table, String sql) {
        intruder.sql("ALTER TABLE eventlog.%1$s DISABLE TRIGGER %1$s_append_only".formatted(table))
                .update();
        assertThat(intruder.sql(sql).update()).isPositive();
        intruder.sql("ALTER TABLE eventlog.%1$s ENABLE ALWAYS TRIGGER %1$s_append_only".formatted(table))
                .update();
    }

    void asOwner(String sql) {
        intruder.sql(sql).update();
    }

    /** Hashes everything from a position on anew, by the table in docs/decisions/0028, so that the chain is whole again. */
    void rechain(long from) {
        intruder.sql("ALTER TABLE eventlog.event DISABLE TRIGGER event_append_only")
                .update();
        intruder.sql("""
                CREATE OR REPLACE FUNCTION eventlog.field(bytea) RETURNS bytea LANGUAGE sql
                AS $$ SELECT int4send(length($1)) || $1 $$""").update();
        intruder.sql("""
                DO $$
                DECLARE
                    e record;
                    previous bytea := coalesce((SELECT hash FROM eventlog.event WHERE position = %1$d - 1),
                        decode(repeat('00', 32), 'hex'));
                BEGIN
                    FOR e IN SELECT * FROM eventlog.event WHERE position >= %1$d ORDER BY position LOOP
                        previous := sha256(eventlog.field(previous)
                            || eventlog.field(int8send(e.position))
                            || eventlog.field(uuid_send(e.event_id))
                            || eventlog.field(convert_to(e.stream_type, 'UTF8'))
                            || eventlog.field(convert_to(e.stream_id, 'UTF8'))
                            || eventlog.field(int8send(e.sequence))
                            || eventlog.field(convert_to(e.type, 'UTF8'))
                            || coalesce(eventlog.field(convert_to(e.revision, 'UTF8')), int4send(-1))
                            || eventlog.field(int8send((extract(epoch FROM e.recorded_at) * 1000000)::bigint))
                            || eventlog.field(convert_to(e.metadata::text, 'UTF8'))
                            || eventlog.field(convert_to(e.payload::text, 'UTF8')));
                        UPDATE eventlog.event SET hash = previous WHERE position = e.position;
                    END LOOP;
                END $$""".formatted(from)).update();
        intruder.sql("ALTER TABLE eventlog.event ENABLE ALWAYS TRIGGER event_append_only")
                .update();
    }
}
