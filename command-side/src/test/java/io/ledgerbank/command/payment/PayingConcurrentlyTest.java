package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.transfer;
import static io.ledgerbank.command.testing.TestBank.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.testing.CommandSide;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.InParallel;
import io.ledgerbank.command.testing.OnFreshDatabase;
import io.ledgerbank.command.testing.TestBank;
import io.ledgerbank.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@CommandSideTest
class PayingConcurrentlyTest {

    private static final int ACCOUNTS = 10;
    private static final long BALANCE = 10_000;

    private final TestBank bank;
    private final TestDatabase database;

    PayingConcurrentlyTest(TestBank bank, TestDatabase testDatabase) {
        this.bank = bank;
        this.database = testDatabase;
    }

    @Test
    void of_64_who_withdraw_the_whole_balance_one_gets_it() throws Exception {
        AccountId account = bank.openWith(ALICE, pounds("500.00"));
        Callable<Optional<Reason>> withdraw = () -> bank.tryToPay(TELLER, withdrawal(account, pounds("500.00")));

        List<Optional<Reason>> refusals = InParallel.run(64, Collections.nCopies(64, withdraw));

        assertThat(refusals.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(refusals.stream().flatMap(Optional::stream)).hasSize(63).containsOnly(Reason.INSUFFICIENT_FUNDS);
        assertThat(bank.posted(account)).isZero();
    }

    @Test
    void transfers_back_and_forth_all_end_and_lose_nothing() throws Exception {
        List<AccountId> accounts = accounts();

        List<Optional<Reason>> refusals = InParallel.run(32, transfers(200, accounts, new Random(42), bank));

        assertThat(refusals.stream().flatMap(Optional::stream))
                .allMatch(reason -> reason == Reason.INSUFFICIENT_FUNDS || reason == Reason.SAME_ACCOUNT);
        booksBalance(accounts);
    }

    @Test
    void two_nodes_decide_on_the_same_accounts_and_lose_nothing() throws Exception {
        List<AccountId> accounts = accounts().subList(0, 3);
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(CommandSide.class)
                .web(WebApplicationType.NONE)
                .properties(OnFreshDatabase.propertiesOf(database))
                .run()) {
            TestBank elsewhere = node.getBean(TestBank.class);
            List<Callable<Optional<Reason>>> both = Stream.concat(
                            transfers(60, accounts, new Random(1), bank).stream(),
                            transfers(60, accounts, new Random(2), elsewhere).stream())
                    .toList();
            List<Callable<Optional<Reason>>> mixed = new ArrayList<>(both);
            Collections.shuffle(mixed, new Random(3));

            List<Optional<Reason>> refusals = InParallel.run(8, mixed);

            assertThat(refusals.stream().filter(Optional::isEmpty)).hasSizeGreaterThan(10);
            assertThat(refusals.stream().flatMap(Optional::stream))
                    .as("a lost race is decided again, or answered as such")
                    .allMatch(reason -> reason == Reason.INSUFFICIENT_FUNDS
                            || reason == Reason.SAME_ACCOUNT
                            || reason == Reason.SERVICE_UNAVAILABLE);
        }
        booksBalance(accounts);
    }

    private List<AccountId> accounts() {
        return Stream.generate(() -> bank.openWith(ALICE, new Money(BALANCE, GBP)))
                .limit(ACCOUNTS)
                .toList();
    }

    private void booksBalance(List<AccountId> accounts) {
        assertThat(accounts.stream().mapToLong(bank::posted).sum()).isEqualTo(accounts.size() * BALANCE);
        assertThat(accounts)
                .allSatisfy(account -> assertThat(bank.posted(account)).isNotNegative());
    }

    private static List<Callable<Optional<Reason>>> transfers(
            int count, List<AccountId> accounts, Random random, TestBank bank) {
        return Stream.generate(() -> {
                    AccountId debtor = accounts.get(random.nextInt(accounts.size()));
                    AccountId creditor = accounts.get(random.nextInt(accounts.size()));
                    Money amount = new Money(1 + random.nextLong(BALANCE), GBP);
                    return (Callable<Optional<Reason>>) () -> bank.tryToPay(ALICE, transfer(debtor, creditor, amount));
                })
                .limit(count)
                .toList();
    }
}
