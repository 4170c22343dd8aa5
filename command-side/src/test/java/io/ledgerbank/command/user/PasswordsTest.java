package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final List<String> compared = new ArrayList<>();
    private final HashingGate gate = new HashingGate(1, 1, Duration.ofSeconds(10));
    private final Passwords passwords = new Passwords(
            text -> "hash of " + text,
            (text, hash) -> {
                compared.add(hash);
                return hash.equals("hash of " + text);
            },
            gate);

    @Test
    void a_password_matches_its_own_hash_only() {
        String hash = passwords.hash(Password.of("secret"));

        assertThat(passwords.match(Password.of("secret"), Optional.of(hash))).isTrue();
        assertThat(passwords.match(Password.of("Secret"), Optional.of(hash))).isFalse();
    }

    @Test
    void as_much_is_compared_when_there_is_nobody_to_compare_with() {
        assertThat(passwords.match(Password.of("secret"), Optional.empty())).isFalse();

        assertThat(compared).containsExactly("hash of the password of nobody");
    }

    @Test
    void nobody_logs_in_with_the_password_of_nobody() {
        assertThat(passwords.match(Password.of("the password of nobody"), Optional.empty()))
                .isFalse();
    }

    @Test
    void a_password_never_shows_itself() {
        assertThat(Password.of("secret")).asString().doesNotContain("secret");
    }

    @Test
    void who_comes_when_too_many_wait_is_sent_away_at_once() throws Exception {
        var narrow = new HashingGate(1, 0, Duration.ofSeconds(10));
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> narrow.pass(() -> {
            inside.countDown();
            return await(leave);
        }));
        inside.await();

        assertBusy(narrow);

        leave.countDown();
        first.join();
        assertThat(narrow.pass(() -> "done")).isEqualTo("done");
    }

    @Test
    void who_waited_for_too_long_is_sent_away() throws Exception {
        var impatient = new HashingGate(1, 1, Duration.ofMillis(20));
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> impatient.pass(() -> {
            inside.countDown();
            return await(leave);
        }));
        inside.await();

        assertBusy(impatient);

        leave.countDown();
        first.join();
    }

    private static void assertBusy(HashingGate gate) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> gate.pass(() -> "never"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
