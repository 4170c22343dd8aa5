package io.ledgerbank.command.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the desk at which verifications are asked for. */
@Configuration(proxyBeanMethods = false)
class VerificationDeskConfiguration {

    @Bean
    VerificationDesk verificationDesk(
            Verifications verifications, StoredHashes hashes, Evidence evidence, AuditSchedule schedule) {
        return new VerificationDesk(verifications, hashes, evidence, schedule);
    }
}
