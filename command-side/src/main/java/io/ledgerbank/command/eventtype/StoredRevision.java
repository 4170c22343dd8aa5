package io.ledgerbank.command.eventtype;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializedType;

/** Reads the revision of what is stored. */
final class StoredRevision {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private StoredRevision() {}

    /** The first, for what was written before revisions were; nothing, for what no revision can be. */
    static OptionalInt of(SerializedType stored) {
        String revision = Optional.ofNullable(stored.getRevision()).orElse("1");
        return NUMBER.matcher(revision).matches() ? OptionalInt.of(Integer.parseInt(revision)) : OptionalInt.empty();
    }
}
