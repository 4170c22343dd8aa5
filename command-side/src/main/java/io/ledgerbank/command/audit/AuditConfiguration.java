package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Signatory;
import io.ledgerbank.command.eventlog.ChainVerifier;
import io.ledgerbank.command.eventlog.OneRunner;
import io.ledgerbank.command.eventlog.SeenHeads;
import io.ledgerbank.command.personal.PersonKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires what vouches for the log. The keys come from the host. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AuditConfiguration.CheckpointProperties.class,
    AuditConfiguration.VerificationProperties.class
})
class AuditConfiguration {

    /** @param every at least a millisecond */
    @ConfigurationProperties("ledgerbank.checkpoints")
    record CheckpointProperties(@DefaultValue("1m") Duration every) {

        CheckpointProperties {
            if (every.toMillis() < 1) {
                throw new IllegalArgumentException("ledgerbank.checkpoints.every is at least a millisecond");
            }
        }
    }

    /** @param every 0 when the whole log is to be verified on request only */
    @ConfigurationProperties("ledgerbank.verification")
    record VerificationProperties(@DefaultValue("1d") Duration every) {

        VerificationProperties {
            if (every.isNegative()) {
                throw new IllegalArgumentException("ledgerbank.verification.every is not negative");
            }
        }

        Optional<Duration> given() {
            return every.isZero() ? Optional.empty() : Optional.of(every);
        }
    }

    @Bean
    StoredHashes storedHashes(JdbcClient jdbc) {
        return new StoredHashes(jdbc);
    }

    @Bean
    CheckpointTable checkpointTable(JdbcClient jdbc) {
        return new CheckpointTable(jdbc);
    }

    @Bean
    VerificationTable verificationTable(JdbcClient jdbc, SigningKeys keys) {
        return new VerificationTable(jdbc, keys);
    }

    @Bean
    Trust trust(SigningKeys keys, StoredHashes hashes) {
        return new Trust(keys, hashes);
    }

    @Bean
    Ranges ranges(ChainVerifier chain, StoredHashes hashes) {
        return new Ranges(chain, hashes);
    }

    @Bean
    Losses losses(SeenHeads seen, JdbcClient jdbc, SigningKeys keys, StoredHashes hashes, Clock clock) {
        return new Losses(seen, new LossTable(jdbc, keys), hashes, clock);
    }

    @Bean
    Checkpointing checkpointing(
            CheckpointTable table,
            StoredHashes hashes,
            Ranges ranges,
            Trust trust,
            Losses losses,
            SigningKeys keys,
            Clock clock) {
        return new Checkpointing(table, hashes, ranges, trust, losses, keys, clock);
    }

    @Bean
    Remembered remembered(
            Checkpointing checkpointing,
            CheckpointTable checkpoints,
            VerificationTable verifications,
            Trust trust,
            Losses losses) {
        return new Remembered(checkpointing, checkpoints, verifications, trust, losses);
    }

    @Bean
    Verifications verifications(
            VerificationTable table, StoredHashes hashes, PlatformTransactionManager transactions, Clock clock) {
        return new Verifications(table, hashes, new TransactionTemplate(transactions), clock);
    }

    @Bean
    VerificationRunner verificationRunner(
            VerificationTable table,
            CheckpointTable checkpoints,
            StoredHashes hashes,
            Ranges ranges,
            Trust trust,
            Remembered remembered,
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new VerificationRunner(
                table,
                checkpoints,
                hashes,
                ranges,
                trust,
                remembered,
                new OneRunner(database, OneRunner.Task.VERIFYING),
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    Receipts receipts(
            JdbcClient jdbc,
            Checkpointing checkpointing,
            PersonKeys persons,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        return new Receipts(
                new ReceiptRows(jdbc),
                checkpointing,
                new SealedKeys(persons, json),
                new TransactionTemplate(transactions),
                json);
    }

    @Bean
    Signatory signatory(SigningKeys keys) {
        return (title, text) -> {
            SignedForm form = new SignedForm(title).text(text).hex(keys.ownId());
            return new Signatory.Signed(keys.ownId(), keys.sign(form));
        };
    }

    @Bean
    Evidence evidence(Checkpointing checkpointing, Clock clock) {
        return new Evidence(checkpointing, clock);
    }

    @Bean
    EvidenceMetrics evidenceMetrics(Evidence evidence) {
        return new EvidenceMetrics(evidence);
    }

    @Bean
    AuditSchedule auditSchedule(
            Checkpointing checkpointing,
            Verifications verifications,
            VerificationRunner runner,
            Evidence evidence,
            CheckpointProperties checkpoints,
            VerificationProperties verification) {
        return new AuditSchedule(
                checkpointing, verifications, runner, evidence, checkpoints.every(), verification.given());
    }
}
