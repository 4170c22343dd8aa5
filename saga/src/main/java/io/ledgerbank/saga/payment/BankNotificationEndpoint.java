package io.ledgerbank.saga.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.saga.bank.BankNotification;
import io.ledgerbank.saga.bank.BankNotifications;
import io.ledgerbank.saga.bankconnection.Syncs;
import io.ledgerbank.saga.webhook.Deliveries;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where banks tell what became of a payment, or that there is something new on an account; open to everyone, for the signature tells who speaks. */
@RestController
class BankNotificationEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BankNotificationEndpoint.class);
    private static final int LARGEST_BODY = 64 * 1024;

    private final BankNotifications notifications;
    private final ExternalPayments payments;
    private final Deliveries deliveries;
    private final Syncs syncs;
    private final CommandGateway commands;

    BankNotificationEndpoint(
            BankNotifications notifications,
            ExternalPayments payments,
            Deliveries deliveries,
            Syncs syncs,
            CommandGateway commands) {
        this.notifications = notifications;
        this.payments = payments;
        this.deliveries = deliveries;
        this.syncs = syncs;
        this.commands = commands;
    }

    @PostMapping("/api/webhooks/{provider}")
    void receive(
            @PathVariable String provider,
            @RequestHeader("X-Webhook-Signature") Optional<String> signature,
            @RequestHeader("X-Webhook-Timestamp") Optional<String> timestamp,
            HttpServletRequest request)
            throws IOException {
        byte[] body = bodyOf(request);
        BankCode bank = notifications.authenticate(provider, signature.orElse(""), timestamp.orElse(""), body);
        deliveries.once(bank, body, () -> deal(bank, body));
    }

    private void deal(BankCode bank, byte[] body) {
        Optional<String> account = notifications.accountIn(body);
        if (account.isPresent()) {
            int read = syncs.ask(bank, account.get());
            LOG.info("{} has news of an account, which is read through {} connections", bank, read);
        } else {
            BankNotification notification = notifications.read(bank, body);
            record(notification, paymentOf(notification));
        }
    }

    private ExternalPayment paymentOf(BankNotification notification) {
        return payments.find(notification.instructionId())
                .filter(payment -> notification.mayConcern(payment.bank(), payment.amount()))
                .filter(payment -> payment.progress().attempts() > 0)
                .orElseThrow(() -> new RejectedException(
                        Reason.WEBHOOK_PROCESSING_FAILED, "The bank was never told to execute such an instruction"));
    }

    private void record(BankNotification notification, ExternalPayment payment) {
        int attempt = payment.progress().attempts();
        LOG.info(
                "Payment {}, notified by {}: {}",
                payment.id(),
                payment.bank(),
                OutcomeInWords.of(notification.outcome()));
        try (var actor = ActingBank.of(notification.bank())) {
            commands.sendAndWait(new RecordOutcome(payment.id(), attempt, notification.outcome()));
        }
    }

    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RejectedException(
                    Reason.PAYLOAD_TOO_LARGE, "A notification has at most " + LARGEST_BODY + " bytes");
        }
        return body;
    }
}
