package io.ledgerbank.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Tells how far a projection has come without claiming its token. Joined into the statement that reads the projection's
 * rows, the position belongs to the same snapshot as the rows. Thread-safe.
 */
public final class StoredToken {

    static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("readmodel.token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    /** Selects {@code token} and {@code token_type} of the projection named by the parameter {@code projection}. */
    public static final String SELECT =
            "SELECT token, token_type FROM readmodel.token_entry WHERE processor_name = :projection AND segment = 0";

    private final Serializer serializer;

    StoredToken(Serializer serializer) {
        this.serializer = serializer;
    }

    /** The position that the current row's {@code token} and {@code token_type} stand for; 0 before the first event. */
    public long position(ResultSet row) throws SQLException {
        byte[] token = row.getBytes("token");
        String type = row.getString("token_type");
        if (token == null || type == null) {
            return LogPosition.NONE;
        }
        var serialized = new SimpleSerializedObject<>(token, byte[].class, type, null);
        TrackingToken read = serializer.deserialize(serialized);
        if (read == null) {
            throw new IllegalStateException("Unreadable token: " + new String(token, StandardCharsets.UTF_8));
        }
        return LogPosition.of(read);
    }
}
