package io.ledgerbank.command.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows to whoever has the bank's public keys, and nothing else of the bank, that these are events of its log. Hashes are in
 * hexadecimal; docs/audit has how to check it.
 *
 * @param format names these fields and their meaning
 * @param events all that has happened to the payment so far, in order, each once
 * @param checkpoints the signed ones that cover the events, in order, each once
 */
public record Receipt(String format, PaymentId paymentId, List<Proven> events, List<Checkpoint> checkpoints) {

    static final String FORMAT = "LedgerBank receipt 1";

    /**
     * An event with everything that its hash is taken over, and its way up to a checkpoint's root.
     *
     * @param metadata the text exactly as stored
     * @param payload the text exactly as stored
     * @param sealedKey opens what the payload has sealed of people, and nothing else; nothing where nothing is sealed, or the
     *     person has been forgotten
     * @param previousHash of the event before it in the whole log
     * @param checkpoint the position of the checkpoint that covers it
     * @param index its place among the events that the checkpoint covers, from 0
     * @param path the siblings from its leaf up to the root
     */
    public record Proven(
            long position,
            String eventId,
            String streamType,
            String streamId,
            long sequence,
            String type,
            Optional<String> revision,
            Instant recordedAt,
            String metadata,
            String payload,
            Optional<String> sealedKey,
            String previousHash,
            String hash,
            long checkpoint,
            long index,
            List<String> path) {}
}
