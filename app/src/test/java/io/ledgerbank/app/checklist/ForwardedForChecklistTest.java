package io.ledgerbank.app.checklist;

import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Item 12: with the limit as it ships and no proxy configured. */
@WholeApp
@TestPropertySource(properties = "ledgerbank.traffic.logins-per-minute=10")
class ForwardedForChecklistTest {

    @LocalServerPort
    private int port;

    @Test
    void item_12_thirty_bad_logins_that_claim_many_addresses_end_in_429() {
        String[] headers = {"X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP"};
        for (int i = 0; i < 30; i++) {
            Client client = Client.of(port).with(headers[i % headers.length], "198.51.100." + i);
            String email = UUID.randomUUID() + "@example.com";
            if (i < 10) {
                client.login(email, "not the password").isProblem(401, "invalid_credentials");
            } else {
                client.login(email, "not the password").isProblem(429, "rate_limited");
            }
        }
    }
}
