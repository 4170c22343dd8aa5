package io.ledgerbank.saga;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A notification as a bank would send it, or as somebody would forge it. */
public record SignedRequest(URI url, String body, Optional<String> signed, Optional<String> timestamp) {

    public static SignedRequest of(URI url, String body, String secret) {
        return new SignedRequest(
                        url,
                        body,
                        Optional.empty(),
                        Optional.of(Long.toString(Instant.now().getEpochSecond())))
                .signedWith(secret);
    }

    public SignedRequest signedWith(String secret) {
        return withSignature("sha256=" + hmac(body, secret));
    }

    public String signature() {
        return signed.orElseThrow();
    }

    public SignedRequest withSignature(String signature) {
        return new SignedRequest(url, body, Optional.of(signature), timestamp);
    }

    public SignedRequest withoutSignature() {
        return new SignedRequest(url, body, Optional.empty(), timestamp);
    }

    public SignedRequest withBody(String another) {
        return new SignedRequest(url, another, signed, timestamp);
    }

    public SignedRequest at(Instant time) {
        return withTimestamp(Long.toString(time.getEpochSecond()));
    }

    public SignedRequest withTimestamp(String text) {
        return new SignedRequest(url, body, signed, Optional.of(text));
    }

    public SignedRequest withoutTimestamp() {
        return new SignedRequest(url, body, signed, Optional.empty());
    }

    public SignedRequest to(URI another) {
        return new SignedRequest(another, body, signed, timestamp);
    }

    /** Sends it and tells the status of the answer. */
    public int send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        signed.ifPresent(signature -> request.header("X-Webhook-Signature", signature));
        timestamp.ifPresent(seconds -> request.header("X-Webhook-Timestamp", seconds));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The service does not answer", e);
        }
    }

    private static String hmac(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
