package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP exchange within a given time and size, and how certain one may be of it. Thread-safe. */
final class BankHttp {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(BankHttp.class);

    private final HttpClient client;
    private final AllowedHosts hosts;
    private final Clock clock;

    BankHttp(HttpClient client, AllowedHosts hosts, Clock clock) {
        this.client = client;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** How an exchange ended. */
    sealed interface Exchange {

        /** @param retryAfter the wait that the bank, or whatever answered for it, asked for */
        record Answered(int status, String body, Optional<Duration> retryAfter) implements Exchange {}

        /** There was no connection, or none was allowed, so the request certainly never left. */
        record NeverLeft() implements Exchange {}

        /** The request may have arrived. */
        record InDoubt(Reason reason) implements Exchange {}
    }

    Exchange exchange(HttpRequest request, Duration patience) {
        return exchange(request, patience, LARGEST_ANSWER);
    }

    /** @param mostBytes a longer answer is none */
    Exchange exchange(HttpRequest request, Duration patience, int mostBytes) {
        if (!hosts.allow(request.uri())) {
            LOG.error(
                    "{} is not among ledgerbank.banks.allowed-hosts, and is not called",
                    request.uri().getHost());
            return new Exchange.NeverLeft();
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BoundedBody.ofAtMost(mostBytes));
        try {
            HttpResponse<String> response = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new Exchange.Answered(response.statusCode(), response.body(), retryAfter(response));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Exchange.InDoubt(Reason.TIMEOUT);
        } catch (ExecutionException failed) {
            return judged(failed.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for a bank", stopping);
        }
    }

    private static Exchange judged(@Nullable Throwable failure) {
        return switch (failure) {
            case SSLException refused when WrongCertificate.caused(refused) -> new Exchange.NeverLeft();
            case ConnectException refusedOrUnresolved -> new Exchange.NeverLeft();
            case HttpConnectTimeoutException unreachable -> new Exchange.NeverLeft();
            case OversizedBody oversized -> new Exchange.InDoubt(Reason.BANK_API_ERROR);
            case ProtocolException notHttp -> new Exchange.InDoubt(Reason.BANK_API_ERROR);
            case IOException lost -> new Exchange.InDoubt(Reason.TIMEOUT);
            case null, default -> throw new IllegalStateException("A bank could not be called", failure);
        };
    }

    private Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()));
    }
}
