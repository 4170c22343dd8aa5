package io.ledgerbank.command.payment;

import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.lane.TouchedStreams;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the lane which streams it loads beforehand for each command about payments. */
@Configuration(proxyBeanMethods = false)
class PaymentStreamsConfiguration {

    @Bean
    TouchedStreams<CreatePayment> accountsOfPayment() {
        return new TouchedStreams<>(
                CreatePayment.class,
                command ->
                        Stream.concat(command.order().debtor().stream(), command.order().creditorAccount().stream()));
    }

    @Bean
    TouchedStreams<CreatePayments> accountsOfPayments() {
        return new TouchedStreams<>(CreatePayments.class, command -> command.orders().stream()
                .flatMap(order -> Stream.concat(order.debtor().stream(), order.creditorAccount().stream())));
    }

    @Bean
    TouchedStreams<StartAttempt> paymentOfAttempt() {
        return new TouchedStreams<>(StartAttempt.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<RecordOutcome> paymentOfOutcome() {
        return new TouchedStreams<>(RecordOutcome.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<ParkPayment> parkedPayment() {
        return new TouchedStreams<>(ParkPayment.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<CancelPayment> cancelledPayment() {
        return new TouchedStreams<>(CancelPayment.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<ReversePayment> reversedPayment() {
        return new TouchedStreams<>(ReversePayment.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<ExecuteScheduled> executedPayment() {
        return new TouchedStreams<>(ExecuteScheduled.class, command -> Stream.of(command.paymentId()));
    }
}
