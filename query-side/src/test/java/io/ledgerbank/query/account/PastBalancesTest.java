package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.web.DayOrTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Balances of the past beside the plain sums over all that had happened by then. */
class PastBalancesTest {

    private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
    private static final Instant BEGIN = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final int EVENTS = 400;
    private static final int QUESTIONS = 300;

    private final PastOfAccounts past = new PastOfAccounts(ZONE, BEGIN);
    private final PastBalances balances = past.balances(Clock.fixed(NOW, ZONE));

    @AfterEach
    void close() {
        past.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_balance_of_the_past_is_the_sum_of_what_counted_and_was_known(long seed) {
        Random random = new Random(seed);
        List<AccountId> accounts = List.of(past.opened(), past.opened());
        for (int i = 0; i < EVENTS; i++) {
            past.happens(accounts.get(random.nextInt(2)), random);
        }
        past.project();
        Duration all = Duration.between(BEGIN, past.now());

        for (int i = 0; i < QUESTIONS; i++) {
            AccountId account = accounts.get(random.nextInt(2));
            Instant knownAt = random.nextInt(4) == 0
                    ? past.recordedAt(1 + random.nextInt(EVENTS))
                    : BEGIN.plusMillis(random.nextLong(-1000, all.toMillis() + 1000));
            LocalDate day = LocalDate.ofInstant(knownAt, ZONE).plusDays(random.nextInt(-60, 60));

            assertThat(seen(account, Optional.of(day), Optional.of(knownAt)))
                    .as("%s as of %s, known at %s", account, day, knownAt)
                    .isEqualTo(past.worth(account, day, past.positionAt(knownAt)));
            assertThat(seen(account, Optional.of(day), Optional.empty()))
                    .isEqualTo(past.worth(account, day, past.position()));
            assertThat(seen(account, Optional.empty(), Optional.of(knownAt)))
                    .isEqualTo(past.worth(account, LocalDate.MAX, past.positionAt(knownAt)));
        }
    }

    @Test
    void an_answer_tells_the_perspective_from_which_it_is_true() {
        AccountId account = past.opened();
        past.happens(account, new Random(1));
        past.project();
        Instant known = past.recordedAt(1).plusNanos(1_999);
        LocalDate day = LocalDate.of(2026, 7, 1);

        AccountBalance ofDay = seenFrom(account, Optional.of(new DayOrTime.Day(day)), Optional.of(known));
        AccountBalance ofTime = seenFrom(account, Optional.of(new DayOrTime.Time(BEGIN)), Optional.empty());
        AccountBalance ofThen = seenFrom(account, Optional.empty(), Optional.of(known));

        assertThat(ofDay.asOf()).isEqualTo(Instant.parse("2026-07-01T11:59:59.999999Z"));
        assertThat(ofDay.knownAt()).isEqualTo(past.recordedAt(1).plusNanos(1_000));
        assertThat(ofDay.position()).isEqualTo(1);
        assertThat(ofTime.asOf()).isEqualTo(BEGIN);
        assertThat(ofTime.knownAt()).isEqualTo(past.recordedAt(past.position()));
        assertThat(ofTime.position()).isEqualTo(past.position());
        assertThat(ofThen.asOf()).isEqualTo(ofThen.knownAt());
    }

    @Test
    void before_it_was_known_of_an_account_has_nothing() {
        AccountId account = past.opened();
        past.happens(account, new Random(1));
        past.project();

        AccountBalance before = seenFrom(
                account, Optional.empty(), Optional.of(past.recordedAt(1).minusMillis(1)));

        assertThat(before.position()).isZero();
        assertThat(before.available().minorUnits()).isZero();
    }

    @Test
    void nobody_knows_yet_what_will_be_known() {
        AccountId account = past.opened();

        assertThatThrownBy(() -> seenFrom(account, Optional.empty(), Optional.of(NOW.plusMillis(1))))
                .hasMessageStartingWith("invalid_parameter");
    }

    private List<Long> seen(AccountId account, Optional<LocalDate> day, Optional<Instant> knownAt) {
        AccountBalance balance = seenFrom(account, day.map(DayOrTime.Day::new), knownAt);
        return List.of(
                balance.posted().minorUnits(),
                balance.held().minorUnits(),
                balance.available().minorUnits());
    }

    private AccountBalance seenFrom(AccountId account, Optional<DayOrTime> asOf, Optional<Instant> knownAt) {
        return balances.seen(new Perspective(asOf, knownAt), account, GBP);
    }
}
