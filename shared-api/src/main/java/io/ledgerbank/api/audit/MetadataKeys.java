package io.ledgerbank.api.audit;

/** The keys under which commands and events carry what is known of them besides their payload. */
public interface MetadataKeys {

    /** Who asked: a user's id, or {@code system}. */
    String ACTOR = "actor";

    /** The conversation: shared by all that one request caused. */
    String CORRELATION_ID = "correlationId";

    /** The message that directly led to this one. */
    String CAUSATION_ID = "causationId";
}
