package io.ledgerbank.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the bank that a request is for and turns whatever goes wrong into one small problem. */
final class Router implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Map<HostedBank, Branch> branches;

    Router(Map<HostedBank, Branch> branches) {
        this.branches = new EnumMap<>(branches);
    }

    @Override
    public void handle(HttpExchange http) {
        try (Exchange exchange = new Exchange(http)) {
            answer(exchange);
        } catch (IOException gone) {
            LOG.debug("A caller went away before it was answered", gone);
        } catch (Pause.Interrupted stopping) {
            LOG.debug("A caller was left without an answer because the simulator stops");
        }
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (MalformedRequest malformed) {
            exchange.problem(400, "Bad Request", String.valueOf(malformed.getMessage()));
        } catch (CompletionException undecided) {
            LOG.error("A decision could not be kept", undecided);
            exchange.problem(500, "Internal Server Error", "The journal cannot be written; ask again after a restart");
        } catch (Pause.Interrupted stopping) {
            throw stopping;
        } catch (RuntimeException unforeseen) {
            LOG.error("A request failed", unforeseen);
            exchange.problem(500, "Internal Server Error", "The bank failed; ask for the outcome");
        }
    }

    private void route(Exchange exchange) throws IOException {
        String path = exchange.path();
        for (Map.Entry<HostedBank, Branch> bank : branches.entrySet()) {
            String own = bank.getKey().path();
            if (path.equals(own) || path.startsWith(own + "/")) {
                String rest = path.substring(own.length());
                bank.getValue().answer(exchange, rest.isEmpty() ? "/" : rest);
                return;
            }
        }
        atTheRoot().answer(exchange, path);
    }

    private Branch atTheRoot() {
        return Optional.ofNullable(branches.get(HostedBank.SIMBANK)).orElseThrow();
    }
}
