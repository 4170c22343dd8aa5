package io.ledgerbank.command.operation;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.approval.ApprovalAnswers;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.approval.Threshold;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.lane.TouchedStreams;
import io.ledgerbank.command.payment.KnownPayments;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what operators may do about payments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationConfiguration.OperationProperties.class)
class OperationConfiguration {

    /** @param resolutionThreshold up to how many whole units one person alone resolves what a bank did with a payment */
    @ConfigurationProperties("ledgerbank.operations")
    record OperationProperties(@DefaultValue("1000") long resolutionThreshold) {

        OperationProperties {
            if (resolutionThreshold < 0) {
                throw new IllegalArgumentException(
                        "The threshold for resolutions is not negative, such as " + resolutionThreshold);
            }
        }
    }

    @Bean
    ConfigurerModule paymentOperations(BankCalendar calendar, OperationProperties properties) {
        return configurer -> configurer
                .registerComponent(
                        OperatingPayments.class,
                        axon -> new OperatingPayments(
                                new OperablePayments(
                                        axon.getComponent(KnownPayments.class),
                                        axon.repository(Account.class),
                                        calendar),
                                new Threshold(properties.resolutionThreshold()),
                                axon.getComponent(Approvals.class)))
                .registerCommandHandler(axon -> axon.getComponent(OperatingPayments.class));
    }

    @Bean
    ProposalKind<Proposal.Resolution> resolutionAfterApproval() {
        return new ProposalKind<>(Proposal.Resolution.class, axon -> axon.getComponent(OperatingPayments.class));
    }

    @Bean
    TouchedStreams<Operation> operatedPayment() {
        return new TouchedStreams<>(Operation.class, operation -> Stream.of(operation.paymentId()));
    }

    @Bean
    TouchedStreams<PreviewOperation> previewedPayment() {
        return new TouchedStreams<>(
                PreviewOperation.class, preview -> Stream.of(preview.operation().paymentId()));
    }

    @Bean
    OperationCalls operationCalls(
            CommandGateway commands, Idempotency idempotency, EventStore events, ApprovalAnswers approvals) {
        return new OperationCalls(commands, idempotency, new OperationAnswers(events), approvals);
    }
}
