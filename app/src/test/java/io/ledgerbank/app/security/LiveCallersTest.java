package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.AccessToken;
import io.ledgerbank.command.user.LiveSessions;
import io.ledgerbank.command.user.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LiveCallersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final UserId alice = UserId.next();
    private final AccessToken token = new AccessToken(alice, Role.USER, new SessionId(UUID.randomUUID()), NOW);
    private final Optional<UserDetails> details =
            Optional.of(new UserDetails(alice, "alice@example.com", "Alice", Role.USER, UserStatus.ACTIVE, NOW));

    @Test
    void requests_of_one_user_do_not_queue_for_a_database_that_is_slow_to_answer() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        LiveCallers callers = new LiveCallers(
                finding(id -> {
                    both.countDown();
                    awaitAll(both);
                    return details;
                }),
                Duration.ofMinutes(1));

        try (ExecutorService requests = Executors.newFixedThreadPool(2)) {
            Callable<UserId> request = () -> callers.of(token).userId();
            for (Future<UserId> caller : requests.invokeAll(List.of(request, request))) {
                assertThat(caller.get()).isEqualTo(alice);
            }
        }
    }

    @Test
    void a_user_is_looked_up_once_in_a_while() {
        AtomicInteger lookups = new AtomicInteger();
        LiveCallers callers = new LiveCallers(
                finding(id -> {
                    lookups.incrementAndGet();
                    return details;
                }),
                Duration.ofMinutes(1));

        callers.of(token);
        callers.of(token);

        assertThat(lookups).hasValue(1);
    }

    private static LiveSessions finding(Function<UserId, Optional<UserDetails>> lookup) {
        return (user, session) -> lookup.apply(user);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("both at once").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
