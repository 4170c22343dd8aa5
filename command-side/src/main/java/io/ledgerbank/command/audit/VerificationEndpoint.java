package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.RequestFields;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Verifies the whole log when auditors ask for it. */
@RestController
@RequestMapping("/api/audit/verification")
class VerificationEndpoint {

    /**
     * What an auditor sends.
     *
     * @param checkpoint one that was kept elsewhere, to hold the log against
     */
    record Body(Optional<Checkpoint> checkpoint) {}

    private final Verifications verifications;
    private final StoredHashes hashes;
    private final Trust trust;
    private final Evidence evidence;
    private final AuditSchedule schedule;

    VerificationEndpoint(
            Verifications verifications, StoredHashes hashes, Trust trust, Evidence evidence, AuditSchedule schedule) {
        this.verifications = verifications;
        this.hashes = hashes;
        this.trust = trust;
        this.evidence = evidence;
        this.schedule = schedule;
    }

    /** Begins a verification, or joins the one that runs. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<VerificationReport> start(@RequestBody Optional<Body> body, Caller caller) {
        caller.requireStaff();
        Optional<Checkpoint> witness = body.flatMap(Body::checkpoint);
        RequestFields fields = new RequestFields();
        fields.check("checkpoint", witness, CheckpointFormat::check);
        fields.rejectFaults();
        fields.check("checkpoint", witness, this::checkSignature);
        fields.rejectFaults();
        Verification verification = verifications.request(witness);
        schedule.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/audit/verification"))
                .body(VerificationReport.of(verification, evidence));
    }

    /** The newest verification, of whichever node. */
    @GetMapping
    VerificationReport newest(Caller caller) {
        caller.requireStaff();
        return verifications
                .newest()
                .map(verification -> VerificationReport.of(verification, evidence))
                .orElseGet(() -> VerificationReport.none(hashes.head()));
    }

    private Optional<Rejection> checkSignature(Checkpoint checkpoint) {
        return switch (trust.judge(checkpoint)) {
            case GENUINE -> Optional.empty();
            case FORGED -> refusal("The checkpoint's signature is not by the key that it names");
            case OF_UNKNOWN_KEY -> refusal("The checkpoint names a key that is not among the published ones");
        };
    }

    private static Optional<Rejection> refusal(String detail) {
        return Optional.of(Rejection.of(Reason.INVALID_CHECKPOINT_SIGNATURE, detail));
    }
}
