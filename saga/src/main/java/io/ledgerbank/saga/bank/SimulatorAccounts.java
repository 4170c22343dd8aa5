package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the simulator tells about its accounts: docs/banks/simulator.md. It asks for nobody's tokens. */
final class SimulatorAccounts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final String base;
    private final BankHttp http;
    private final Duration timeout;
    private final Wording wording;

    SimulatorAccounts(String base, BankHttp http, Duration timeout, Wording wording) {
        this.base = base;
        this.http = http;
        this.timeout = timeout;
        this.wording = wording;
    }

    BankAnswer<List<BankAccount>> accounts() {
        return ask("/accounts", AccountsReply.class, AccountsReply::toAccounts);
    }

    BankAnswer<BankTransactions> transactions(String accountId, Optional<String> after) {
        String query = after.map(line -> "?after=" + encoded(line)).orElse("");
        return ask(
                "/accounts/" + encoded(accountId) + "/transactions" + query,
                TransactionsReply.class,
                TransactionsReply::toTransactions);
    }

    BankAnswer<BankBalance> balance(String accountId) {
        return ask("/accounts/" + encoded(accountId) + "/balance", BalanceReply.class, BalanceReply::toBalance);
    }

    private <R, T> BankAnswer<T> ask(String path, Class<R> shape, Function<R, T> meaning) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .GET()
                .build();
        return switch (http.exchange(request, timeout, LARGEST_ANSWER)) {
            case Exchange.Answered answer when answer.status() == 200 -> understood(answer, shape, meaning);
            case Exchange.Answered answer -> new BankAnswer.Failed<>(reasonOf(answer.status()), answer.retryAfter());
            case Exchange.NeverLeft unreachable ->
                new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.empty());
            case Exchange.InDoubt doubt -> new BankAnswer.Failed<>(doubt.reason(), Optional.empty());
        };
    }

    private <R, T> BankAnswer<T> understood(Exchange.Answered answer, Class<R> shape, Function<R, T> meaning) {
        try {
            R reply = JSON.readValue(wording.plain(answer.body()), shape);
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
            case 404 -> Reason.ACCOUNT_NOT_FOUND;
            case 503 -> Reason.SERVICE_UNAVAILABLE;
            case 504 -> Reason.TIMEOUT;
            default -> Reason.BANK_API_ERROR;
        };
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
