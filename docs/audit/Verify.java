import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a payment's receipt against the bank's public keys, without the bank: {@code java Verify.java receipt.json keys.json}.
 * Needs a JDK of 17 or later and nothing else. Ends with 0 when the receipt is genuine, 1 when it is not, 2 when there is
 * nothing to check. Get the keys from the bank by another way, or at another time, than the receipt.
 */
final class Verify {

    /** The receipt proves nothing, and why. */
    private static final class NotGenuine extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotGenuine(String why) {
            super(why);
        }
    }

    private static final String FORMAT = "LedgerBank receipt 1";
    private static final String CHECKPOINT = "LedgerBank checkpoint 1";

    /** The bytes of a sealed text's salt, and of the name of its key. */
    private static final int SALT = 16;

    /** What precedes the 32 bytes of an Ed25519 public key in X.509 (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, PublicKey> keys;
    private final Map<Long, Map<?, ?>> checkpoints = new HashMap<>();

    private Verify(Map<String, PublicKey> keys) {
        this.keys = keys;
    }

    public static void main(String[] files) throws IOException {
        if (files.length != 2) {
            System.err.println("java Verify.java receipt.json keys.json");
            System.exit(2);
        }
        try {
            Object receipt = Json.read(Files.readString(Path.of(files[0])));
            Object published = Json.read(Files.readString(Path.of(files[1])));
            new Verify(keys(object(published))).check(object(receipt));
        } catch (NotGenuine | GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            System.out.println("NOT GENUINE: " + e.getMessage());
            System.exit(1);
        }
    }

    private void check(Map<?, ?> receipt) throws GeneralSecurityException {
        require(FORMAT.equals(receipt.get("format")), "the receipt is not a \"" + FORMAT + "\"");
        for (Object each : list(receipt, "checkpoints")) {
            Map<?, ?> checkpoint = object(each);
            checkSignature(checkpoint);
            checkpoints.put(number(checkpoint, "position"), checkpoint);
        }
        String payment = text(receipt, "paymentId");
        List<?> events = list(receipt, "events");
        require(!events.isEmpty(), "the receipt has no events");
        Set<Long> signing = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            Map<?, ?> event = object(events.get(i));
            checkEvent(event, payment, i);
            signing.add(number(event, "checkpoint"));
            tell(event);
        }
        for (long position : checkpoints.keySet()) {
            require(signing.contains(position), "the checkpoint at position " + position + " signs none of the events shown");
        }
        checkpoints.values().forEach(checkpoint -> System.out.printf(
                "signed by key %s at %s: the log up to position %s%n",
                checkpoint.get("keyId"), checkpoint.get("signedAt"), checkpoint.get("position")));
        System.out.println("GENUINE: the bank has signed that all this is in its log, about payment " + payment);
        System.out.println("What may have happened to it later is not in this receipt: ask for a new one.");
    }

    private void checkEvent(Map<?, ?> event, String payment, int place) throws GeneralSecurityException {
        String name = "the event at position " + number(event, "position");
        require(payment.equals(text(event, "streamId")), name + " is of another payment");
        require("Payment".equals(text(event, "streamType")), name + " is of no payment");
        require(number(event, "sequence") == place, name + " is not number " + place + " of its payment");
        byte[] hash = hash(event);
        require(hex(hash).equals(text(event, "hash")), name + " has another hash than the receipt says");
        Map<?, ?> checkpoint = checkpoints.get(number(event, "checkpoint"));
        require(checkpoint != null, name + " names a checkpoint that the receipt does not have");
        long index = number(event, "index");
        long first = number(checkpoint, "previousPosition") + 1;
        require(first + index == number(event, "position"), name + " is at another place of its checkpoint");
        byte[] root = root(hash, index, number(checkpoint, "events"), list(event, "path"), name);
        require(hex(root).equals(text(checkpoint, "merkleRoot")), name + " is not in what its checkpoint has signed");
    }

    private void checkSignature(Map<?, ?> checkpoint) throws GeneralSecurityException {
        String name = "the checkpoint at position " + number(checkpoint, "position");
        PublicKey key = keys.get(text(checkpoint, "keyId"));
        require(key != null, name + " is signed with a key that is not among the given ones");
        byte[] form = new Fields()
                .text(CHECKPOINT)
                .number(number(checkpoint, "position"))
                .bytes(bytes(checkpoint, "headHash"))
                .number(number(checkpoint, "events"))
                .bytes(bytes(checkpoint, "merkleRoot"))
                .number(micros(checkpoint, "signedAt"))
                .number(number(checkpoint, "previousPosition"))
                .bytes(bytes(checkpoint, "previousHash"))
                .bytes(bytes(checkpoint, "keyId"))
                .written();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(form);
        require(signature.verify(bytes(checkpoint, "signature")), name + " has a forged signature");
    }

    /** SHA-256 over the hash of the event before and all that is stored of this one (decision 28). */
    private static byte[] hash(Map<?, ?> event) throws GeneralSecurityException {
        Fields fields = new Fields()
                .bytes(bytes(event, "previousHash"))
                .number(number(event, "position"))
                .uuid(UUID.fromString(text(event, "eventId")))
                .text(text(event, "streamType"))
                .text(text(event, "streamId"))
                .number(number(event, "sequence"))
                .text(text(event, "type"));
        Fields all = event.get("revision") == null ? fields.absent() : fields.text(text(event, "revision"));
        return sha256(all.number(micros(event, "recordedAt"))
                .text(text(event, "metadata"))
                .text(text(event, "payload"))
                .written());
    }

    /** The root of the tree of so many leaves that has this entry at this place (RFC 9162, section 2.1.3.2). */
    private static byte[] root(byte[] entry, long index, long size, List<?> path, String name)
            throws GeneralSecurityException {
        require(index >= 0 && index < size, name + " is outside its checkpoint");
        long place = index;
        long last = size - 1;
        byte[] root = sha256(new byte[] {0}, entry);
        for (Object each : path) {
            byte[] sibling = HexFormat.of().parseHex((String) each);
            require(sibling.length == 32, name + " has a path of something else than hashes");
            require(last > 0, name + " has a path that is too long");
            if ((place & 1) == 1 || place == last) {
                root = sha256(new byte[] {1}, sibling, root);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                root = sha256(new byte[] {1}, root, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        require(last == 0, name + " has a path that is too short");
        return root;
    }

    private static void tell(Map<?, ?> event) throws GeneralSecurityException {
        System.out.printf(
                "%s  position %s  %s%n    %s%n",
                event.get("recordedAt"), event.get("position"), event.get("type"), event.get("payload"));
        if (event.get("sealedKey") != null) {
            System.out.printf("    sealed: %s%n", opened(event));
        }
    }

    /** What the payload has sealed of people: it says itself which key opens it, so that no other can. */
    private static String opened(Map<?, ?> event) throws GeneralSecurityException {
        String name = "the event at position " + number(event, "position");
        Map<?, ?> sealed = object(field(object(Json.read(text(event, "payload"))), "sealed"));
        byte[] text = Base64.getDecoder().decode(text(sealed, "text"));
        byte[] key = bytes(event, "sealedKey");
        require(text.length > 2 * SALT && key.length == 32, name + " has nothing sealed");
        byte[] named = Arrays.copyOfRange(text, SALT, 2 * SALT);
        require(Arrays.equals(named, Arrays.copyOf(sha256(key), SALT)), name + " was sealed with another key");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
        return new String(cipher.doFinal(text, 2 * SALT, text.length - 2 * SALT), StandardCharsets.UTF_8);
    }

    /** By id, which is the first 8 bytes of the SHA-256 of the key's 32. */
    private static Map<String, PublicKey> keys(Map<?, ?> published) throws GeneralSecurityException {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (Object each : list(published, "keys")) {
            byte[] raw = Base64.getUrlDecoder().decode(text(object(each), "x"));
            byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
            System.arraycopy(raw, 0, x509, X509_PREFIX.length, raw.length);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            keys.put(hex(Arrays.copyOf(sha256(raw), 8)), key);
        }
        return keys;
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new NotGenuine(otherwise);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<?, ?> object(Object value) {
        return (Map<?, ?>) value;
    }

    private static Object field(Map<?, ?> object, String name) {
        require(object.get(name) != null, "\"" + name + "\" is missing");
        return Objects.requireNonNull(object.get(name));
    }

    private static List<?> list(Map<?, ?> object, String name) {
        return (List<?>) field(object, name);
    }

    private static String text(Map<?, ?> object, String name) {
        return (String) field(object, name);
    }

    private static byte[] bytes(Map<?, ?> object, String name) {
        return HexFormat.of().parseHex(text(object, name));
    }

    private static long number(Map<?, ?> object, String name) {
        return (Long) field(object, name);
    }

    private static long micros(Map<?, ?> object, String name) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text(object, name)));
    }

    /** Fields as they are hashed and signed: each preceded by its length in bytes, as four bytes, big-endian. */
    private static final class Fields {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Fields bytes(byte[] bytes) {
            written.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
            written.writeBytes(bytes);
            return this;
        }

        Fields text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        Fields number(long number) {
            return bytes(ByteBuffer.allocate(8).putLong(number).array());
        }

        Fields uuid(UUID id) {
            return bytes(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }

        Fields absent() {
            written.writeBytes(ByteBuffer.allocate(4).putInt(-1).array());
            return this;
        }

        byte[] written() {
            return written.toByteArray();
        }
    }

    /** Reads JSON: objects as maps, arrays as lists, whole numbers as longs. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object read(String text) {
            Json json = new Json(text);
            Object value = json.value();
            json.skip();
            if (json.at != text.length()) {
                throw json.malformed();
            }
            return value;
        }

        private Object value() {
            return switch (next()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> fields = new LinkedHashMap<>();
            at++;
            while (next() != '}') {
                String name = string();
                take(':');
                next();
                if (fields.containsKey(name)) {
                    throw new IllegalArgumentException("\"" + name + "\" is there twice");
                }
                fields.put(name, value());
                if (next() != '}') {
                    take(',');
                }
            }
            at++;
            return fields;
        }

        private List<Object> array() {
            List<Object> values = new ArrayList<>();
            at++;
            while (next() != ']') {
                values.add(value());
                if (next() != ']') {
                    take(',');
                }
            }
            at++;
            return values;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            take('"');
            while (current() != '"') {
                char c = text.charAt(at++);
                string.append(c == '\\' ? escaped() : c);
            }
            at++;
            return string.toString();
        }

        private char escaped() {
            char c = current();
            at++;
            return switch (c) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    at += 4;
                    if (at > text.length()) {
                        throw malformed();
                    }
                    yield (char) HexFormat.fromHexDigits(text, at - 4, at);
                }
                default -> c;
            };
        }

        private Object number() {
            int start = at;
            while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(start, at));
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw malformed();
            }
            at += word.length();
            return value;
        }

        private void take(char expected) {
            if (next() != expected) {
                throw malformed();
            }
            at++;
        }

        private char next() {
            skip();
            return current();
        }

        private char current() {
            if (at >= text.length()) {
                throw malformed();
            }
            return text.charAt(at);
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException malformed() {
            return new IllegalArgumentException("the JSON is malformed at character " + at);
        }
    }
}
