package io.ledgerbank.command.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The keys of access tokens by their ids. One signs; the others are only checked with, until what they signed has expired. */
final class JwtKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "ledgerbank jwt key id 1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 8;

    private final SecretKey current;
    private final String currentId;
    private final Map<String, SecretKey> known;

    JwtKeys(SecretKey current, List<SecretKey> former) {
        this.current = current;
        this.currentId = idOf(current);
        this.known = Stream.concat(Stream.of(current), former.stream())
                .collect(Collectors.toUnmodifiableMap(JwtKeys::idOf, Function.identity(), (one, same) -> one));
    }

    SecretKey current() {
        return current;
    }

    String currentId() {
        return currentId;
    }

    /** Nothing for an id that none of our keys has, whatever it looks like. */
    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Follows from the key and tells nothing about it, so that nodes need no agreement on names. */
    static String idOf(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(PURPOSE), ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
