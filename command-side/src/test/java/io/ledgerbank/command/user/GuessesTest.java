package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What counts as a guess, and whose. */
class GuessesTest {

    private static final String ALICE = "alice@example.com";
    private static final String HERE = "192.0.2.1";
    private static final int FREE = 5;
    private static final Password RIGHT = Password.of("the right password");
    private static final Password WRONG = Password.of("a wrong password");

    private final MovableClock clock = new MovableClock();
    private final HashingGate open = new HashingGate(1, 1, Duration.ofSeconds(5));
    private final Guesses guesses = guesses(open);

    @Test
    void whoever_guesses_wrong_too_often_waits_and_whoever_knows_does_not_count() {
        for (int i = 0; i < 2 * FREE; i++) {
            assertThat(check(guesses, HERE, RIGHT)).isPresent();
        }
        guessWrong(HERE, FREE);

        assertThat(refusal(guesses, HERE)).isEqualTo(Reason.TOO_MANY_FAILED_LOGINS);
    }

    @Test
    void who_was_turned_away_before_anything_was_compared_has_not_guessed() {
        for (int i = 0; i < 2 * FREE; i++) {
            assertThatThrownBy(() -> guesses.check(ALICE, HERE, WRONG, unreachable()))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(check(guesses, HERE, RIGHT)).isPresent();
    }

    @Test
    void who_was_turned_away_between_wrong_guesses_is_where_they_were() {
        guessWrong(HERE, FREE - 1);
        for (int i = 0; i < FREE; i++) {
            assertThatThrownBy(() -> guesses.check(ALICE, HERE, WRONG, unreachable()))
                    .isInstanceOf(IllegalStateException.class);
        }
        guessWrong(HERE, 1);

        assertThat(refusal(guesses, HERE)).isEqualTo(Reason.TOO_MANY_FAILED_LOGINS);
        clock.set(clock.instant().plusSeconds(1));
        assertThat(check(guesses, HERE, RIGHT)).isPresent();
    }

    @Test
    void who_is_told_to_come_again_as_too_many_wait_has_not_guessed() {
        Guesses shut = guesses(new HashingGate(0, 0, Duration.ZERO));

        for (int i = 0; i < 2 * FREE; i++) {
            assertThat(refusal(shut, HERE)).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        }
    }

    @Test
    void all_addresses_of_one_household_guess_together() {
        for (int i = 0; i < FREE; i++) {
            guessWrong("2001:db8:1:2::" + i, 1);
        }

        assertThat(refusal(guesses, "2001:db8:1:2:ffff::1")).isEqualTo(Reason.TOO_MANY_FAILED_LOGINS);
        assertThat(check(guesses, "2001:db8:1:3::1", RIGHT)).isPresent();
        assertThat(check(guesses, HERE, RIGHT)).isPresent();
    }

    private void guessWrong(String from, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(check(guesses, from, WRONG)).isEmpty();
        }
    }

    private static Reason refusal(Guesses guesses, String from) {
        return catchThrowableOfType(RejectedException.class, () -> check(guesses, from, RIGHT))
                .reason();
    }

    private static Optional<Credential> check(Guesses guesses, String from, Password password) {
        var alice = new UserDetails(UserId.next(), ALICE, "Alice", Role.USER, UserStatus.ACTIVE, People.NOW);
        return guesses.check(ALICE, from, password, () -> Optional.of(new Credential(alice, RIGHT.value(), Role.USER)));
    }

    private static Supplier<Optional<Credential>> unreachable() {
        return () -> {
            throw new IllegalStateException("The database does not answer");
        };
    }

    private Guesses guesses(HashingGate gate) {
        return new Guesses(new Passwords(text -> text, String::equals, gate), new LoginBackoff(clock));
    }
}
