package io.ledgerbank.query.attestation;

/**
 * Something that a read model has otherwise than the log.
 *
 * @param kind what it is of: {@code account}, {@code holds}, {@code entries}, {@code ledger} or {@code payment}
 * @param id of which one
 * @param log what follows from the log, or {@code none}
 * @param readModel what is shown, or {@code none}
 */
public record Difference(String kind, String id, String log, String readModel) {

    static final String NONE = "none";
}
