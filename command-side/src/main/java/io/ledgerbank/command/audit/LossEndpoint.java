package io.ledgerbank.command.audit;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.PrintableText;
import io.ledgerbank.command.request.RequestFields;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the log has lost, and lets an administrator decide that it goes on without. */
@RestController
@RequestMapping("/api/audit/losses")
class LossEndpoint {

    /** What an administrator sends. */
    record Body(Optional<String> reason) {

        private static final int MOST_CHARACTERS = 500;

        String read() {
            RequestFields fields = new RequestFields();
            fields.check("reason", fields.required("reason", reason), Body::check);
            fields.rejectFaults();
            return reason.orElseThrow();
        }

        private static Optional<Rejection> check(String text) {
            return PrintableText.isPrintable(text) && PrintableText.length(text) <= MOST_CHARACTERS
                    ? Optional.empty()
                    : Optional.of(Rejection.of(
                            Reason.INVALID_PARAMETER,
                            "A reason has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LossEndpoint.class);

    private final Losses losses;

    LossEndpoint(Losses losses) {
        this.losses = losses;
    }

    @GetMapping
    LossReport all(Caller caller) {
        caller.requireStaff();
        return LossReport.of(losses.all());
    }

    /** The next checkpoint then signs the log as it is. */
    @PostMapping("/{position}/acknowledge")
    LossReport acknowledge(@PathVariable long position, @RequestBody Body body, Caller caller) {
        caller.requireAdmin();
        String reason = body.read();
        List<Loss> acknowledged = losses.acknowledge(position, new Loss.Acknowledgement(caller.toString(), reason));
        if (acknowledged.isEmpty()) {
            throw new RejectedException(Reason.RESOURCE_NOT_FOUND, "No event at position " + position + " is missed");
        }
        LOG.warn("{} lets the log go on without the event at position {} that was seen before", caller, position);
        return LossReport.of(acknowledged);
    }
}
