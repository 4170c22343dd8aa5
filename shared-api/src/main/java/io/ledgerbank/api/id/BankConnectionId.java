package io.ledgerbank.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.RejectedException;
import java.util.UUID;

/** Names a customer's link to an outside bank. A UUIDv7 (RFC 9562), so ids made later sort later. */
public record BankConnectionId(@JsonValue UUID value) {

    public static BankConnectionId next() {
        return new BankConnectionId(Uuids.next());
    }

    /** @throws RejectedException {@code invalid_uuid_format} when the text is no UUID in canonical form */
    @JsonCreator
    public static BankConnectionId parse(String text) {
        return new BankConnectionId(Uuids.parse(text));
    }

    /** The bare id: event streams are named by it. */
    @Override
    public String toString() {
        return value.toString();
    }
}
