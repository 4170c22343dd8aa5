package io.ledgerbank.query.audit;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.audit.TrialBalance.AccountLine;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrialBalancesOfThePastTest extends ReadModelTest {

    @Autowired
    private TrialBalances trialBalances;

    @Test
    void whatever_position_is_asked_for_the_books_of_then_balance() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        long paidIn = head();
        books.transfer(alices, bobs, pounds("30"));
        caughtUp(ProjectionName.ENTRIES);

        for (long position = 0; position <= head(); position++) {
            assertThat(at(position).position()).isEqualTo(position);
            assertThat(at(position).currencies())
                    .allSatisfy(in -> assertThat(in.difference()).isEqualTo(Total.zero(in.currency())));
        }
        assertThat(balance(at(paidIn), alices)).contains("100.00");
        assertThat(balance(at(paidIn), bobs)).isEmpty();
        assertThat(balance(at(head()), bobs)).contains("30.00");
        assertThat(at(head())).isEqualTo(trialBalances.now(STAFF));
        assertThat(at(0).currencies()).isEmpty();
    }

    @Test
    void early_and_late_positions_are_reckoned_from_both_ends_alike() {
        AccountId alices = books.open(alice);
        books.deposit(alices, pounds("100"));
        long paidIn = head();
        caughtUp(ProjectionName.ENTRIES);
        TrialBalance late = at(paidIn);
        for (int i = 0; i < paidIn; i++) {
            books.deposit(alices, pounds("1"));
        }
        caughtUp(ProjectionName.ENTRIES);

        assertThat(at(paidIn)).isEqualTo(late);
    }

    @Test
    void a_time_is_the_last_position_that_was_recorded_by_then() {
        AccountId alices = books.open(alice);
        books.deposit(alices, pounds("100"));
        caughtUp(ProjectionName.ENTRIES);

        assertThat(trialBalances
                        .at(Optional.of(Instant.parse("2020-01-01T00:00:00Z")), Optional.empty(), STAFF)
                        .position())
                .isZero();
        assertThat(trialBalances
                        .at(Optional.of(Instant.parse("2100-01-01T00:00:00Z")), Optional.empty(), STAFF)
                        .position())
                .isEqualTo(head());
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> at(-1)).hasMessageContaining("invalid_parameter");
        assertThatThrownBy(() -> at(Long.MAX_VALUE)).hasMessageContaining("invalid_parameter");
        assertThatThrownBy(() -> trialBalances.at(Optional.of(Instant.EPOCH), Optional.of(1L), STAFF))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> trialBalances.at(Optional.empty(), Optional.empty(), asAlice))
                .hasMessageContaining("insufficient_permissions");
    }

    private TrialBalance at(long position) {
        return trialBalances.at(Optional.empty(), Optional.of(position), STAFF);
    }

    private static Optional<String> balance(TrialBalance balance, AccountId account) {
        return balance.currencies().stream()
                .flatMap(in -> in.accounts().stream())
                .filter(line -> line.account().equals(account.toString()))
                .map(AccountLine::balance)
                .map(Total::decimal)
                .findFirst();
    }
}
