package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.eventlog.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that its caller may repeat.
 *
 * @param key unique per caller
 * @param fingerprint SHA-256, in hexadecimal, of what is asked in canonical form, so that neither spaces nor the order of
 *     fields make another request of it
 */
public record RepeatableRequest(String key, String fingerprint) {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final String KEY = "idempotencyKey";
    private static final String FINGERPRINT = "idempotencyFingerprint";

    /** @param operation what is asked for, such as {@code POST /api/payments}; a key stands for one of them */
    public static RepeatableRequest of(Caller caller, IdempotencyKey key, String operation, Object body) {
        return new RepeatableRequest(
                caller.userId() + "/" + key.value(), sha256(operation + "\n" + CANONICAL.writeValueAsString(body)));
    }

    /** A part of the request that is answered for itself; no client's key can be the same as a part's. */
    public RepeatableRequest part(int index) {
        return new RepeatableRequest(key + " " + index, fingerprint);
    }

    static Optional<RepeatableRequest> in(MetaData metaData) {
        if (metaData.get(KEY) instanceof String key && metaData.get(FINGERPRINT) instanceof String fingerprint) {
            return Optional.of(new RepeatableRequest(key, fingerprint));
        }
        return Optional.empty();
    }

    Map<String, String> asMetaData() {
        return Map.of(KEY, key, FINGERPRINT, fingerprint);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
