package io.ledgerbank.command.account;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.testing.InMemoryClaims;
import io.ledgerbank.command.testing.UsersInMemory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningAccountsTest {

    private final Claims claims = new InMemoryClaims();
    private final UsersInMemory users = new UsersInMemory();
    private final FixtureConfiguration<Account> fixture = new AggregateTestFixture<>(Account.class)
            .registerInjectableResource(claims)
            .registerInjectableResource(users)
            .registerInjectableResource(AccountDefaults.withSingleLimit(10_000))
            .registerInjectableResource(new BankCalendar(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void nobody_opens_an_account_who_has_been_suspended_meanwhile() {
        users.become(ALICE.userId(), UserStatus.SUSPENDED);

        fixture.givenNoPriorActivity()
                .when(open("Everyday", GBP))
                .expectException(RejectedException.class)
                .expectExceptionMessage("account_suspended: Who is not active opens no account");
    }

    @Test
    void opens_an_empty_account_with_an_iban_of_its_own() {
        AccountOpened opened = opened(IbanIssuer.candidate(ALICES, 0), GBP, pounds("10000.00"));

        fixture.givenNoPriorActivity()
                .when(open("Everyday", GBP))
                .expectEvents(opened)
                .expectResultMessagePayload(AccountDetails.of(opened));
    }

    @Test
    void takes_the_next_iban_when_one_is_taken() {
        claims.claim(ClaimKind.IBAN, IbanIssuer.candidate(ALICES, 0).value(), "someone else");

        fixture.givenNoPriorActivity()
                .when(open("Everyday", GBP))
                .expectEvents(opened(IbanIssuer.candidate(ALICES, 1), GBP, pounds("10000.00")));
    }

    @Test
    void sets_the_limit_in_whole_units_of_any_currency() {
        Currency yen = Currency.getInstance("JPY");
        Currency dinar = Currency.getInstance("KWD");

        fixture.givenNoPriorActivity()
                .when(open("Everyday", yen))
                .expectEvents(opened(IbanIssuer.candidate(ALICES, 0), yen, new Money(10_000, yen)));
        assertThat(AccountDefaults.withSingleLimit(10_000)
                        .limitsOf(AccountType.CHECKING, dinar)
                        .singleLimit())
                .isEqualTo(new Money(10_000_000, dinar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "line\nbreak", "right\u202Eleft", "half\uD83D"})
    void refuses_a_name_that_cannot_be_printed(String name) {
        fixture.givenNoPriorActivity()
                .when(open(name, GBP))
                .expectNoEvents()
                .expectException(RejectedException.class)
                .expectExceptionMessage(
                        "invalid_account_name_format: An account name has 1 to 100 printable characters");
    }

    @Test
    void refuses_a_name_of_more_than_100_characters() {
        fixture.givenNoPriorActivity()
                .when(open("x".repeat(101), GBP))
                .expectNoEvents()
                .expectException(RejectedException.class);
    }

    private static OpenAccount open(String name, Currency currency) {
        return new OpenAccount(ALICES, name, AccountType.CHECKING, currency, ALICE);
    }

    private static AccountOpened opened(Iban iban, Currency currency, Money limit) {
        return new AccountOpened(
                ALICES,
                ALICE.userId(),
                "Everyday",
                AccountType.CHECKING,
                currency,
                iban,
                new AccountLimits(limit, Money.of("1000", currency), Money.of("20000", currency)),
                NOW);
    }
}
