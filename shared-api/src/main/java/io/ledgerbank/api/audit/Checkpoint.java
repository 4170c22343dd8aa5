package io.ledgerbank.api.audit;

import java.time.Instant;

/**
 * A signed statement of the log's head, which whoever keeps it can hold the log against. Hashes and signature are in
 * hexadecimal; docs/decisions/0035 has the bytes that are signed.
 *
 * @param position of the head
 * @param headHash the hash of the event at that position, and thus of all before it
 * @param events how many stand between the checkpoint before and this one, this one's included
 * @param merkleRoot of exactly those events' hashes
 * @param signedAt to the microsecond
 * @param previousPosition of the checkpoint before, 0 for the first
 * @param previousHash SHA-256 of what was signed of the checkpoint before, zeros for the first
 * @param keyId names the public key that the signature is checked with
 */
public record Checkpoint(
        long position,
        String headHash,
        long events,
        String merkleRoot,
        Instant signedAt,
        long previousPosition,
        String previousHash,
        String keyId,
        String signature) {}
