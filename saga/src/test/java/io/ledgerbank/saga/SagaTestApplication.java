package io.ledgerbank.saga;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.api.payment.SagaFinder;
import io.ledgerbank.api.user.CurrentCallers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The saga as the app hosts it, with as little around it as it needs. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
public class SagaTestApplication {

    private static final List<String> HOSTED = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.main.banner-mode=off",
            "axon.serializer.general=jackson3",
            "axon.serializer.events=jackson3",
            "axon.serializer.messages=jackson3");

    /** Starts it on the log, which is to outlive it. */
    static ServletWebServerApplicationContext start(EventStorageEngine log, Stream<String> properties) {
        SpringApplication application = new SpringApplication(SagaTestApplication.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        EventStore.class,
                        () -> EmbeddedEventStore.builder().storageEngine(log).build()));
        String[] arguments = Stream.concat(properties, HOSTED.stream())
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return (ServletWebServerApplicationContext) application.run(arguments);
    }

    /** Where the bank listens; it starts later than the service, which it wants to notify. */
    record BankAddress(AtomicReference<URI> url) {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    BankAddress bankAddress() {
        return new BankAddress(new AtomicReference<>(URI.create("http://127.0.0.1:1")));
    }

    @Bean
    Banks banks(BankAddress address) {
        return () -> List.of(
                new Bank(Orders.SIMBANK, "Bank Simulator", "GB", address.url().get()));
    }

    @Bean
    CurrentCallers currentCallers() {
        return nobody -> Optional.empty();
    }

    @Bean
    SagaFinder sagaFinder() {
        return (criteria, most) -> List.of();
    }

    @Bean
    SettlementBook settlementBook() {
        return (position, most) -> List.of();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    PaymentsDouble paymentsDouble(EventStore eventStore, Clock clock) {
        return new PaymentsDouble(eventStore, clock);
    }

    @RestControllerAdvice
    static class Refusals {

        @ExceptionHandler
        ResponseEntity<String> answer(RejectedException refused) {
            return ResponseEntity.status(refused.reason().status())
                    .body(refused.reason().code());
        }
    }
}
