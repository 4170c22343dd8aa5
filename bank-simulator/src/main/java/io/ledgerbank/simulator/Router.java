package io.ledgerbank.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a request and turns whatever goes wrong into one small problem. */
final class Router implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String ONE_PAYMENT = "/payments/";

    private final PaymentDesk desk;
    private final PaymentsEndpoint payments;
    private final OverviewEndpoint overview = new OverviewEndpoint();
    private final JournalEndpoint journal;

    @FunctionalInterface
    private interface Action {
        void on(Exchange exchange) throws IOException;
    }

    Router(PaymentDesk desk, PaymentsEndpoint payments) {
        this.desk = desk;
        this.payments = payments;
        this.journal = new JournalEndpoint(desk);
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
        switch (path) {
            case "/" -> only("GET", exchange, overview::show);
            case "/health" -> only("GET", exchange, this::health);
            case "/journal" -> only("GET", exchange, journal::show);
            case "/payments" -> only("POST", exchange, payments::receive);
            default -> routeToPayment(exchange, path);
        }
    }

    private void routeToPayment(Exchange exchange, String path) throws IOException {
        String id = path.startsWith(ONE_PAYMENT) ? path.substring(ONE_PAYMENT.length()) : "";
        if (PaymentRequest.isInstructionId(id)) {
            only("GET", exchange, inquiry -> payments.inquire(inquiry, id));
        } else {
            exchange.problem(404, "Not Found", "There is nothing here; GET / lists what this bank does");
        }
    }

    private static void only(String method, Exchange exchange, Action action) throws IOException {
        if (method.equals(exchange.method())) {
            action.on(exchange);
            return;
        }
        exchange.header("Allow", method);
        exchange.problem(405, "Method Not Allowed", "Only " + method + " is understood here");
    }

    private void health(Exchange exchange) throws IOException {
        boolean open = desk.isOpen();
        exchange.json(open ? 200 : 503, Map.of("status", open ? "UP" : "DOWN"));
    }
}
