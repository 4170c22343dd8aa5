package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls Monzo's API (docs.monzo.com) and reads what comes back, where anything may be missing or wrong. Thread-safe. */
final class MonzoApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final String base;
    private final BankHttp http;
    private final Duration timeout;

    MonzoApi(URI endpoint, BankHttp http, Duration timeout) {
        this.base = endpoint.toString().replaceFirst("/+$", "");
        this.http = http;
        this.timeout = timeout;
    }

    /** What Monzo says of a refusal. */
    record Refusal(@Nullable String code) {

        static Refusal in(Exchange.Answered answer) {
            try {
                Refusal refusal = JSON.readValue(answer.body(), Refusal.class);
                return refusal == null ? new Refusal("") : refusal;
            } catch (JacksonException nonsense) {
                return new Refusal("");
            }
        }

        boolean asksForVerification() {
            return code != null && code.startsWith("forbidden.verification_required");
        }
    }

    Exchange get(String path, Map<String, String> query, BankAccess access) {
        return exchange(request(path + (query.isEmpty() ? "" : "?" + form(query)), access)
                .GET()
                .build());
    }

    Exchange post(String path, Map<String, String> fields, BankAccess access) {
        return exchange(request(path, access)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    /** What the answer means, or why it cannot be used. */
    static <R, T> BankAnswer<T> read(Exchange exchange, Class<R> shape, Function<R, T> meaning) {
        return switch (exchange) {
            case Exchange.Answered answer when answer.status() == 200 -> understood(answer, shape, meaning);
            case Exchange.Answered answer -> new BankAnswer.Failed<>(reasonOf(answer.status()), answer.retryAfter());
            case Exchange.NeverLeft unreachable ->
                new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.empty());
            case Exchange.InDoubt doubt -> new BankAnswer.Failed<>(doubt.reason(), Optional.empty());
        };
    }

    private static <R, T> BankAnswer<T> understood(Exchange.Answered answer, Class<R> shape, Function<R, T> meaning) {
        try {
            R reply = JSON.readValue(answer.body(), shape);
            if (reply != null) {
                return new BankAnswer.Told<>(meaning.apply(reply));
            }
        } catch (JacksonException | Untrusted.Unusable | RejectedException nonsense) {
            return new BankAnswer.Failed<>(Reason.BANK_API_ERROR, answer.retryAfter());
        }
        return new BankAnswer.Failed<>(Reason.BANK_API_ERROR, answer.retryAfter());
    }

    private static Reason reasonOf(int status) {
        return switch (status) {
            case 401 -> Reason.BANK_ACCESS_REVOKED;
            case 403 -> Reason.BANK_CONSENT_MISSING;
            case 404 -> Reason.ACCOUNT_NOT_FOUND;
            case 429, 503 -> Reason.SERVICE_UNAVAILABLE;
            case 504 -> Reason.TIMEOUT;
            default -> Reason.BANK_API_ERROR;
        };
    }

    private Exchange exchange(HttpRequest request) {
        return http.exchange(request, timeout, LARGEST_ANSWER);
    }

    private HttpRequest.Builder request(String path, BankAccess access) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        access.accessToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
