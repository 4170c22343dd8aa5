package io.ledgerbank.simulator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Reads what was sent, or says what is wrong with it. */
final class Body {

    private Body() {}

    /** {@link MalformedRequest}, fit to be shown, unless it is one JSON object of that shape. */
    static <T> T read(byte[] body, Class<T> shape, String what) {
        try {
            T read = Json.MAPPER.readValue(body, shape);
            if (read == null) {
                throw new MalformedRequest("The body must be a JSON object");
            }
            return read;
        } catch (DatabindException wrongShape) {
            throw new MalformedRequest("The body does not have the shape of " + what
                    + (wrongShape.getPath().isEmpty() ? "" : ": see " + FieldPath.of(wrongShape)));
        } catch (JacksonException notJson) {
            throw new MalformedRequest("The body must be one JSON object");
        }
    }
}
