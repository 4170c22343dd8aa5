package io.ledgerbank.simulator;

import java.io.IOException;
import java.util.Optional;

/** {@code GET}, {@code PUT} and {@code DELETE /faults}: how the bank misbehaves, from the next request on. */
final class FaultsEndpoint {

    private final FaultBook faults;

    FaultsEndpoint(FaultBook faults) {
        this.faults = faults;
    }

    void show(Exchange exchange) throws IOException {
        exchange.json(200, FaultsBody.of(faults.current()));
    }

    void replace(Exchange exchange) throws IOException {
        Optional<byte[]> body = exchange.body();
        if (body.isEmpty()) {
            exchange.tooLarge("A list of faults");
            return;
        }
        faults.set(Body.read(body.get(), FaultsBody.class, "faults").toFaults(faults.bank()));
        show(exchange);
    }

    void clear(Exchange exchange) throws IOException {
        faults.clear();
        exchange.nothing(204);
    }
}
