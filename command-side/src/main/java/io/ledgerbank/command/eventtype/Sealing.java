package io.ledgerbank.command.eventtype;

import java.util.Optional;
import java.util.UUID;

/** Closes and opens what the log says of people, with a key for each of them. Thread-safe. */
public interface Sealing {

    /** Text that the person's key alone opens; nothing for somebody who has been forgotten. */
    Optional<String> seal(UUID person, byte[] plain);

    /**
     * What was sealed; nothing once the person has been forgotten.
     *
     * @throws IllegalStateException when the key is neither there nor erased, or the text was not sealed with it
     */
    Optional<byte[]> open(UUID person, String sealed);

    /** Remembers who has opened an account; most events of accounts do not say. */
    void remember(UUID account, UUID owner);

    /** @throws IllegalStateException when nobody has opened such an account */
    UUID ownerOf(UUID account);
}
