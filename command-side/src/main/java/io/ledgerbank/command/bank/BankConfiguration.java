package io.ledgerbank.command.bank;

import io.ledgerbank.api.bank.AddBank;
import io.ledgerbank.api.bank.AddBranch;
import io.ledgerbank.api.bank.BankAddresses;
import io.ledgerbank.api.bank.BankRegister;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.ChangeBank;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.lane.TouchedStreams;
import java.time.Clock;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides about banks. */
@Configuration(proxyBeanMethods = false)
class BankConfiguration {

    /** A node that calls no banks does not know where they may be called, and lets nobody add any. */
    @Bean
    ConfigurerModule bankDecisions(
            ObjectProvider<Banks> banks,
            ObjectProvider<BankAddresses> addresses,
            Clock clock,
            AggregateCache aggregates) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(RegisteredBanks.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true)
                        .configureCache(axon -> aggregates.passing()))
                .registerCommandHandler(axon -> new KeepingBanks(
                        axon.repository(RegisteredBanks.class),
                        banks.getObject(),
                        addresses.getIfAvailable(() -> address -> false),
                        clock));
    }

    @Bean
    TouchedStreams<AddBank> banksToAddTo() {
        return new TouchedStreams<>(AddBank.class, command -> Stream.of(BankRegister.STREAM));
    }

    @Bean
    TouchedStreams<ChangeBank> banksToChange() {
        return new TouchedStreams<>(ChangeBank.class, command -> Stream.of(BankRegister.STREAM));
    }

    @Bean
    TouchedStreams<AddBranch> banksToAddBranchesTo() {
        return new TouchedStreams<>(AddBranch.class, command -> Stream.of(BankRegister.STREAM));
    }
}
