package io.ledgerbank.app.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cache.CacheManager;

/** What holds of any cache. */
abstract class CachedBalances {

    private static final String PASSWORD = "long enough for any staff";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private CacheManager caches;

    private Client alice;
    private Client teller;
    private String account;

    @BeforeEach
    void an_account() {
        alice = somebody(Role.USER);
        teller = somebody(Role.SUPPORT);
        account = alice.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
        deposited("1.00");
    }

    @Test
    void a_balance_is_found_in_the_cache_until_something_happens_to_the_account() {
        await().atMost(A_WHILE).until(() -> posted(alice).equals("1.00"));
        await().atMost(A_WHILE).until(() -> {
            long before = hits();
            assertThat(posted(alice)).isEqualTo("1.00");
            return hits() > before;
        });

        deposited("2.00");

        await().atMost(A_WHILE).until(() -> posted(alice).equals("3.00"));
        somebody(Role.USER).get(address()).isProblem(404, "account_not_found");
        assertThat(posted(teller)).isEqualTo("3.00");
    }

    @Test
    void a_cached_balance_never_answers_a_newer_token() {
        for (int times = 2; times < 12; times++) {
            Answer paid = deposited("1.00");

            assertThat(posted(alice.with("Consistency-Token", paid.header("Consistency-Token"))))
                    .isEqualTo(times + ".00");
            posted(alice);
        }
    }

    final CacheManager caches() {
        return caches;
    }

    private long hits() {
        return Math.round(
                meters.find("cache.gets").tag("cache", "balances").tag("result", "hit").functionCounters().stream()
                        .mapToDouble(FunctionCounter::count)
                        .sum());
    }

    private String posted(Client reader) {
        return reader.get(address()).is(200).text("posted.amount");
    }

    private String address() {
        return "/api/accounts/" + account + "/balance";
    }

    private Answer deposited(String amount) {
        return teller.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/payments",
                        Map.of(
                                "type",
                                "DEPOSIT",
                                "amount",
                                Map.of("amount", amount, "currency", "GBP"),
                                "remittanceInformation",
                                "Cash " + UUID.randomUUID(),
                                "creditorAccountId",
                                account))
                .is(201);
    }

    private Client somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }
}
