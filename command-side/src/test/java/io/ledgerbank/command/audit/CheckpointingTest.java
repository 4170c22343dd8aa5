package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.testing.TestPostgres;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckpointingTest {

    private static final KeyPair KEY = Ed25519.generate();

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY);
    private final JdbcClient service = JdbcClient.create(log.database.dataSource());

    @BeforeEach
    void ten_events_are_signed() {
        log.append(10);
        log.sign();
    }

    @Test
    void a_checkpoint_states_the_head_and_follows_the_one_before() {
        log.append(7);
        log.sign();

        Checkpoint first = log.signed().getFirst();
        Checkpoint second = log.signed().getLast();
        assertThat(log.signed()).hasSize(2);
        assertThat(first.position()).isEqualTo(10);
        assertThat(first.events()).isEqualTo(10);
        assertThat(first.previousPosition()).isZero();
        assertThat(first.previousHash()).isEqualTo("0".repeat(64));
        assertThat(second.position()).isEqualTo(17);
        assertThat(second.events()).isEqualTo(7);
        assertThat(second.headHash()).isEqualTo(storedHash(17));
        assertThat(second.previousPosition()).isEqualTo(10);
        assertThat(second.previousHash()).isEqualTo(SignedForm.of(first).hash());
        assertThat(second.keyId()).isEqualTo(SigningKeys.idOf(KEY.getPublic()));
        assertThat(log.keys.judge(SignedForm.of(second), second.keyId(), second.signature()))
                .isEqualTo(SignatureVerdict.GENUINE);
        assertThat(log.checkpointing.newest()).contains(second);
    }

    @Test
    void its_root_is_of_exactly_the_events_behind_the_one_before() {
        log.append(7);
        log.sign();
        MerkleTree tree = new MerkleTree();
        service.sql("SELECT hash FROM eventlog.event WHERE position > 10 ORDER BY position")
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(tree::add);

        assertThat(log.signed().getLast().merkleRoot()).isEqualTo(tree.root().toString());
    }

    @Test
    void nothing_is_signed_while_the_log_does_not_grow() {
        log.sign();
        log.anew().sign();

        assertThat(log.signed()).hasSize(1);
    }

    @Test
    void an_empty_log_has_no_checkpoint() {
        AuditedLog empty = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY);
        empty.sign();

        assertThat(empty.signed()).isEmpty();
        assertThat(empty.checkpointing.damage()).isEmpty();
    }

    @Test
    void of_nodes_that_sign_at_once_one_wins() throws Exception {
        List<AuditedLog> nodes =
                IntStream.range(0, 4).mapToObj(node -> log.anew()).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
            for (int round = 1; round <= 5; round++) {
                log.append(3);
                List<Callable<Void>> signings = nodes.stream()
                        .<Callable<Void>>map(node -> () -> {
                            node.sign();
                            return null;
                        })
                        .toList();
                for (Future<Void> signing : threads.invokeAll(signings)) {
                    signing.get();
                }
                assertThat(log.signed()).hasSize(1 + round);
            }
        }

        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.checkpointing.damage()).isEmpty());
        assertThat(log.verify().firstBroken()).isEmpty();
    }

    @Test
    void a_new_key_takes_over_where_the_former_one_stays_known() {
        KeyPair next = Ed25519.generate();
        log.append(5);
        AuditedLog rotated = AuditedLog.of(log.database, next, KEY);
        rotated.sign();

        assertThat(log.signed())
                .extracting(Checkpoint::keyId)
                .containsExactly(SigningKeys.idOf(KEY.getPublic()), SigningKeys.idOf(next.getPublic()));
        assertThat(rotated.verify().firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eventlog.checkpoint SET events = 1",
                "DELETE FROM eventlog.checkpoint",
                "TRUNCATE eventlog.checkpoint"
            })
    void nobody_changes_a_checkpoint(String change) {
        assertThatThrownBy(() -> service.sql(change).update())
                .rootCause()
                .hasMessageContaining("permission denied for table checkpoint");
        assertThatThrownBy(() -> log.asOwner(change)).rootCause().hasMessageContaining("append-only");
    }

    private String storedHash(long position) {
        return service.sql("SELECT encode(hash, 'hex') FROM eventlog.event WHERE position = ?")
                .param(position)
                .query(String.class)
                .single();
    }
}
