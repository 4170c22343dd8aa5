package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Head;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An event that the service had committed or read and that was not in the log any more.
 *
 * @param hash in hexadecimal
 * @param notedAt when a node noticed, or when somebody acknowledged it
 */
record Loss(long position, String hash, Instant notedAt, Optional<Acknowledgement> acknowledgement) {

    /**
     * Somebody takes the log as it is now for the log.
     *
     * @param by a user
     */
    record Acknowledgement(String by, String reason) {}

    private static final String TITLE = "LedgerBank loss 1";

    static Loss of(Head lost, Instant noticedAt) {
        return new Loss(lost.position(), lost.hash().toString(), noticedAt, Optional.empty());
    }

    Loss acknowledged(Instant now, Acknowledgement acknowledgement) {
        return new Loss(position, hash, now, Optional.of(acknowledgement));
    }

    boolean isOutstanding() {
        return acknowledgement.isEmpty();
    }

    Head head() {
        return new Head(position, new EventHash(HexFormat.of().parseHex(hash)));
    }

    /** What is signed of it, so that nobody but the service can acknowledge one. */
    SignedForm form() {
        SignedForm form =
                new SignedForm(TITLE).number(position).hex(hash).time(notedAt).number(isOutstanding() ? 0 : 1);
        acknowledgement.ifPresent(given -> form.text(given.by()).text(given.reason()));
        return form;
    }
}
