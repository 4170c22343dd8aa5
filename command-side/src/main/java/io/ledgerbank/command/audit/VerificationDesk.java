package io.ledgerbank.command.audit;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/** Where staff asks for the whole log to be verified, and how far that has come. Thread-safe. */
public final class VerificationDesk {

    private final Verifications verifications;
    private final StoredHashes hashes;
    private final Evidence evidence;
    private final AuditSchedule schedule;

    VerificationDesk(Verifications verifications, StoredHashes hashes, Evidence evidence, AuditSchedule schedule) {
        this.verifications = verifications;
        this.hashes = hashes;
        this.evidence = evidence;
        this.schedule = schedule;
    }

    /**
     * Begins a verification, or joins the one that runs.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public VerificationReport begin(Caller caller) {
        caller.requireStaff();
        Verification verification = verifications.request(Optional.empty());
        schedule.wake();
        return VerificationReport.of(verification, evidence);
    }

    /**
     * The newest verification, of whichever node.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public VerificationReport newest(Caller caller) {
        caller.requireStaff();
        return verifications
                .newest()
                .map(verification -> VerificationReport.of(verification, evidence))
                .orElseGet(() -> VerificationReport.none(hashes.head()));
    }
}
