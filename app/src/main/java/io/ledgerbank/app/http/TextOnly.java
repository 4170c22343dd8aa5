package io.ledgerbank.app.http;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a date or a time from its one textual form; Jackson's own would also take numbers and arrays. */
final class TextOnly<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parser;

    TextOnly(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        try {
            return parser.apply(json.getString());
        } catch (DateTimeException malformed) {
            return (T) context.handleWeirdStringValue(handledType(), json.getString(), "not a date or time");
        }
    }
}
