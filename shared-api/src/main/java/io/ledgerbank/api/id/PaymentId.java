package io.ledgerbank.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.RejectedException;
import java.util.UUID;

/** Names one payment; towards banks it is the instruction id, the key by which they recognise a repeat. A UUIDv7 (RFC 9562), so ids made later sort later. */
public record PaymentId(@JsonValue UUID value) {

    public static PaymentId next() {
        return new PaymentId(Uuids.next());
    }

    /** The id of another payment that is made together with this one, the same whenever it is asked for; this one's for 0. */
    public PaymentId next(int index) {
        return index == 0 ? this : new PaymentId(Uuids.derived(value, index));
    }

    /** @throws RejectedException {@code invalid_uuid_format} when the text is no UUID in canonical form */
    @JsonCreator
    public static PaymentId parse(String text) {
        return new PaymentId(Uuids.parse(text));
    }

    /** The bare id: event streams are named by it. */
    @Override
    public String toString() {
        return value.toString();
    }
}
