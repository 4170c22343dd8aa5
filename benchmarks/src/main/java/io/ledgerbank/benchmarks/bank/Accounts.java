package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Accounts of one owner, each with the same money and the same history of deposits. */
public record Accounts(Caller owner, List<AccountId> ids) {

    public static final Currency POUNDS = Currency.getInstance("GBP");

    private static final Money DEPOSIT = new Money(1_000_000, POUNDS);
    private static final int DEPOSITS = 10;
    private static final int AT_ONCE = 64;

    /** Debtor and creditor of one transfer. */
    public record Pair(AccountId debtor, AccountId creditor) {}

    public static Accounts open(CommandGateway commands, Caller owner, int count) throws Exception {
        List<Callable<AccountId>> openings = Collections.nCopies(count, () -> open(commands, owner));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<AccountId> ids = new ArrayList<>();
            for (Future<AccountId> opened : threads.invokeAll(openings)) {
                ids.add(opened.get());
            }
            return new Accounts(owner, List.copyOf(ids));
        }
    }

    private static AccountId open(CommandGateway commands, Caller owner) {
        AccountId account = AccountId.next();
        commands.sendAndWait(new OpenAccount(account, "Everyday", AccountType.CHECKING, POUNDS, owner));
        for (int i = 0; i < DEPOSITS; i++) {
            commands.sendAndWait(new CreatePayment(
                    PaymentId.next(),
                    new PaymentOrder.Deposit(account, DEPOSIT, "Opening", Optional.empty(), Priority.NORMAL),
                    Caller.system()));
        }
        return account;
    }

    /** Each account as likely as any other. */
    public Pair anyPair() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int debtor = random.nextInt(ids.size());
        int creditor = (debtor + 1 + random.nextInt(ids.size() - 1)) % ids.size();
        return new Pair(ids.get(debtor), ids.get(creditor));
    }

    /** The first account on one side or the other. */
    public Pair pairWithFirst() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        AccountId other = ids.get(1 + random.nextInt(ids.size() - 1));
        return random.nextBoolean() ? new Pair(ids.getFirst(), other) : new Pair(other, ids.getFirst());
    }

    /** How many events each began with. */
    public static int history() {
        return 1 + DEPOSITS;
    }

    /** What all of them hold together, in minor units, whatever is transferred between them. */
    public long money() {
        return ids.size() * DEPOSITS * DEPOSIT.minorUnits();
    }
}
