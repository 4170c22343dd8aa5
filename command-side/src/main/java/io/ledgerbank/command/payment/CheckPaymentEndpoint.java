package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.user.Caller;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what an order would be answered, and leaves no trace of having been asked. */
@RestController
class CheckPaymentEndpoint {

    private final CommandGateway commands;

    CheckPaymentEndpoint(CommandGateway commands) {
        this.commands = commands;
    }

    /** What is no decision, such as trouble of our own, is the answer to the call itself. */
    @PostMapping("/api/payments/validate")
    PaymentVerdict check(@RequestBody PaymentBody body, Caller caller) {
        try {
            commands.sendAndWait(new CheckPayment(body.order(), caller));
            return PaymentVerdict.accepted();
        } catch (RejectedException refused) {
            if (refused.reason().retryPolicy().retries()) {
                throw refused;
            }
            return PaymentVerdict.refused(refused.rejection());
        }
    }
}
