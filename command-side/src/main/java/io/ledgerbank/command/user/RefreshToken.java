package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 256 random bits that stand for a login. We keep only their hash. It never shows itself. */
record RefreshToken(@JsonValue String value) {

    private static final int BYTES = 32;
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken next() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** @throws RejectedException {@code invalid_token_type} or {@code invalid_refresh_token_format} */
    @JsonCreator
    static RefreshToken parse(String text) {
        if (FORMAT.matcher(text).matches()) {
            return new RefreshToken(text);
        }
        Reason reason = JWT.matcher(text).matches() ? Reason.INVALID_TOKEN_TYPE : Reason.INVALID_REFRESH_TOKEN_FORMAT;
        throw new RejectedException(reason, reason.description());
    }

    /** A fast hash is enough: what is hashed cannot be guessed. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
