package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.EUR;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerBalancesTest {

    private static final int COMMANDS = 300;

    private final SpanningFixture bank = new SpanningFixture();
    private final List<AccountId> accounts = new ArrayList<>();
    private final Set<PaymentId> withTheBank = new LinkedHashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatever_is_paid_the_books_balance(long seed) {
        Random random = new Random(seed);
        for (Currency currency : List.of(GBP, GBP, GBP, EUR)) {
            accounts.add(AccountId.next());
            bank.given(opened(accounts.getLast(), ALICE, ALICES_IBAN, currency));
        }

        for (int i = 0; i < COMMANDS; i++) {
            somethingHappens(random);
        }

        List<Object> log = bank.log();
        assertThat(log).anyMatch(HoldCaptured.class::isInstance).anyMatch(HoldReleased.class::isInstance);
        everyCurrencySumsToZero(log);
        noMoneyStaysInClearing(log);
        nobodyHasLessThanIsHeld(log);
    }

    private void somethingHappens(Random random) {
        PaymentId id = PaymentId.next();
        Money amount = new Money(random.nextLong(-100, 40_000), random.nextInt(4) == 0 ? EUR : GBP);
        switch (random.nextInt(8)) {
            case 0, 1 -> bank.when(new CreatePayment(id, deposit(any(random), amount), TELLER));
            case 2 -> bank.when(new CreatePayment(id, withdrawal(any(random), amount), TELLER));
            case 3, 4 -> bank.when(new CreatePayment(id, transfer(any(random), any(random), amount), ALICE));
            case 5, 6 -> {
                if (bank.when(new CreatePayment(id, abroad(any(random), amount), ALICE))
                        .refusal()
                        .isEmpty()) {
                    withTheBank.add(id);
                }
            }
            default ->
                withTheBank.stream()
                        .skip(random.nextInt(withTheBank.size() + 1))
                        .findFirst()
                        .ifPresent(payment -> aboutAnExternalPayment(payment, random));
        }
    }

    private void aboutAnExternalPayment(PaymentId id, Random random) {
        for (int attempt = 1; attempt <= 3 && withTheBank.contains(id); attempt++) {
            bank.when(new StartAttempt(id, attempt, Duration.ofSeconds(5)));
            report(new RecordOutcome(id, attempt, anyOutcome(random)));
            report(new RecordOutcome(id, 1 + random.nextInt(3), anyOutcome(random)));
        }
    }

    private void report(RecordOutcome outcome) {
        boolean failed = withTheBank.contains(outcome.paymentId())
                && bank.when(outcome).events().stream().anyMatch(PaymentFailed.class::isInstance);
        if (failed) {
            withTheBank.remove(outcome.paymentId());
        }
    }

    private static Outcome anyOutcome(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Outcome.Executed("REF", TODAY);
            case 1 -> Outcome.NotExecuted.because(Reason.BANK_REJECTED);
            case 2 -> Outcome.NotExecuted.because(Reason.TIMEOUT);
            default -> new Outcome.Unknown(Reason.TIMEOUT);
        };
    }

    private static void everyCurrencySumsToZero(List<Object> log) {
        Map<Currency, Long> sums = new HashMap<>();
        entries(log)
                .forEach(entry ->
                        sums.merge(entry.amount().currency(), entry.change().minorUnits(), Math::addExact));
        assertThat(sums).containsOnlyKeys(GBP, EUR).allSatisfy((currency, sum) -> assertThat(sum)
                .isZero());
    }

    private static void noMoneyStaysInClearing(List<Object> log) {
        assertThat(entries(log).stream()
                        .filter(entry -> entry.account().equals(InternalAccount.CLEARING))
                        .mapToLong(entry -> entry.change().minorUnits())
                        .sum())
                .isZero();
    }

    private void nobodyHasLessThanIsHeld(List<Object> log) {
        for (AccountId account : accounts) {
            long posted = entries(log).stream()
                    .filter(entry -> entry.account().equals(new LedgerAccount.Customer(account)))
                    .mapToLong(entry -> entry.change().minorUnits())
                    .sum();
            assertThat(posted).isGreaterThanOrEqualTo(held(log, account)).isNotNegative();
        }
    }

    private static long held(List<Object> log, AccountId account) {
        long held = 0;
        for (Object event : log) {
            held += switch (event) {
                case FundsHeld hold
                when hold.accountId().equals(account) -> hold.amount().minorUnits();
                case HoldReleased end
                when end.accountId().equals(account) -> -end.amount().minorUnits();
                case HoldCaptured end
                when end.accountId().equals(account) -> -end.amount().minorUnits();
                default -> 0;
            };
        }
        return held;
    }

    private static List<Entry> entries(List<Object> log) {
        return log.stream()
                .filter(MoneyEvent.class::isInstance)
                .flatMap(event -> ((MoneyEvent) event).entries().stream())
                .toList();
    }

    private AccountId any(Random random) {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private static PaymentOrder deposit(AccountId creditor, Money amount) {
        return new PaymentOrder.Deposit(creditor, amount, "In", Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder withdrawal(AccountId debtor, Money amount) {
        return new PaymentOrder.Withdrawal(debtor, amount, "Out", Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder transfer(AccountId debtor, AccountId creditor, Money amount) {
        return new PaymentOrder.Transfer(debtor, creditor, amount, "Over", Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder abroad(AccountId debtor, Money amount) {
        return new PaymentOrder.External(debtor, CARLA, amount, "Away", Optional.empty(), Priority.NORMAL);
    }
}
