package io.ledgerbank.app.checklist;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A token made from a genuine one, as somebody would who has only read about JWTs, or who even knows the secret. */
record ForgedToken(ObjectNode header, ObjectNode claims) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ForgedToken from(String genuine) {
        String[] parts = genuine.split("\\.", -1);
        return new ForgedToken(read(parts[0]), read(parts[1]));
    }

    ForgedToken header(Consumer<ObjectNode> change) {
        ObjectNode changed = header.deepCopy();
        change.accept(changed);
        return new ForgedToken(changed, claims);
    }

    ForgedToken claims(Consumer<ObjectNode> change) {
        ObjectNode changed = claims.deepCopy();
        change.accept(changed);
        return new ForgedToken(header, changed);
    }

    String unsigned() {
        return content() + ".";
    }

    String signed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content() + "." + encode(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return encode(JSON.writeValueAsBytes(header)) + "." + encode(JSON.writeValueAsBytes(claims));
    }

    private static ObjectNode read(String part) {
        return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
