package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.testing.TestPostgres;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten events are signed, five more are not yet, and a node has seen them. */
class MissingWhatWasSeenTest {

    private static final Finding LOST = Finding.at(11, Damage.LOST);
    private static final Loss.Acknowledgement AGREED = new Loss.Acknowledgement("an admin", "A test of the restore");

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), Ed25519.generate());

    @BeforeEach
    void a_node_has_seen_more_than_is_signed() {
        log.append(10);
        log.sign();
        log.append(5);
        log.see();
    }

    @Test
    void a_log_that_has_what_was_seen_is_signed() {
        log.append(3);
        log.sign();

        assertThat(log.signed()).hasSize(2);
        assertThat(log.losses.all()).isEmpty();
    }

    @Test
    void a_tail_that_was_replaced_is_not_signed_by_any_node() {
        replaceTail();
        log.sign();
        AuditedLog another = log.anew();
        another.sign();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpointing.damage()).contains(LOST);
        assertThat(another.checkpointing.damage()).contains(LOST);
        assertThat(log.verify().firstBroken()).contains(LOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 13})
    void a_tail_that_was_cut_off_is_missed(int behind) {
        log.tamper("DELETE FROM eventlog.event WHERE position > " + behind);
        log.sign();
        log.append(9);
        log.see();
        log.sign();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpointing.damage()).contains(LOST);
    }

    @Test
    void the_log_is_signed_again_when_what_was_seen_is_put_back() {
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 12");
        log.rechain(12);
        log.sign();
        assertThat(log.checkpointing.damage()).contains(LOST);

        log.tamper("UPDATE eventlog.event SET payload = '\"event 1\"' WHERE position = 12");
        log.rechain(12);
        log.sign();

        assertThat(log.checkpointing.damage()).isEmpty();
        assertThat(log.signed()).hasSize(2);
    }

    @Test
    void an_administrator_lets_the_log_go_on_for_all_nodes() {
        replaceTail();
        log.sign();

        assertThat(log.anew().losses.acknowledge(15, AGREED)).hasSize(1);
        log.sign();

        assertThat(log.checkpointing.damage()).isEmpty();
        assertThat(log.signed()).hasSize(2);
        assertThat(log.verify().firstBroken()).isEmpty();
        assertThat(log.losses.all())
                .singleElement()
                .extracting(Loss::acknowledgement)
                .isEqualTo(Optional.of(AGREED));
        assertThat(log.losses.acknowledge(15, AGREED)).isEmpty();
    }

    @Test
    void nobody_acknowledges_what_is_not_missed() {
        assertThat(log.losses.acknowledge(15, AGREED)).isEmpty();
        replaceTail();
        assertThat(log.losses.acknowledge(14, AGREED)).isEmpty();
    }

    @Test
    void an_acknowledgement_that_the_service_did_not_sign_counts_for_nothing() {
        replaceTail();
        log.sign();
        int forged = JdbcClient.create(log.database.dataSource()).sql("""
                        INSERT INTO eventlog.loss
                        SELECT position, hash, noted_at, 'an admin', 'none', key_id, decode(repeat('00', 64), 'hex')
                        FROM eventlog.loss""").update();
        log.sign();

        assertThat(forged).isEqualTo(1);
        assertThat(log.checkpointing.damage()).contains(LOST);
        assertThat(log.losses.all()).singleElement().matches(Loss::isOutstanding);
    }

    @Test
    void a_loss_that_is_removed_is_written_down_again() {
        replaceTail();
        log.sign();
        log.tamperWith("loss", "DELETE FROM eventlog.loss");
        log.sign();

        assertThat(log.anew().losses.all()).hasSize(1);
        assertThatThrownBy(() -> log.asOwner("DELETE FROM eventlog.loss"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private void replaceTail() {
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 12");
        log.rechain(12);
    }
}
