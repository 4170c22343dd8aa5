package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.Banks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows the banks: those of the configuration and those that a part of the installation brings along. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankDirectory.class)
class BankConfiguration {

    @Bean
    Banks banks(BankDirectory directory, ObjectProvider<Bank> brought) {
        List<Bank> all = Stream.concat(directory.banks().stream(), brought.orderedStream())
                .toList();
        return () -> all;
    }
}
