package io.ledgerbank.command.testing;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uses the bank as its callers do, and looks at the tables behind it. */
@Component
public class TestBank {

    private static final AtomicLong ORDERS = new AtomicLong();

    private final CommandGateway commands;
    private final JdbcClient database;

    TestBank(CommandGateway commands, JdbcClient database) {
        this.commands = commands;
        this.database = database;
    }

    public AccountDetails open(Caller owner) {
        return commands.sendAndWait(
                new OpenAccount(AccountId.next(), "Everyday", AccountType.CHECKING, People.GBP, owner));
    }

    public AccountId openWith(Caller owner, Money balance) {
        AccountId account = open(owner).id();
        pay(People.TELLER, new PaymentOrder.Deposit(account, balance, "In", Optional.empty(), Priority.NORMAL));
        return account;
    }

    public PaymentDetails pay(Caller caller, PaymentOrder order) {
        return commands.sendAndWait(new CreatePayment(PaymentId.next(), order, caller));
    }

    /** Empty when the order was carried out. */
    public Optional<Reason> tryToPay(Caller caller, PaymentOrder order) {
        try {
            pay(caller, order);
            return Optional.empty();
        } catch (RejectedException rejected) {
            return Optional.of(rejected.reason());
        }
    }

    public long events() {
        return count("SELECT count(*) FROM eventlog.event");
    }

    public long eventsOf(Object stream) {
        return database.sql("SELECT count(*) FROM eventlog.event WHERE stream_id = ?")
                .param(stream.toString())
                .query(Long.class)
                .single();
    }

    public long claims() {
        return count("SELECT count(*) FROM eventlog.claim");
    }

    /** The sum of an account's entries, in minor units. */
    public long posted(AccountId account) {
        return database.sql("""
                        SELECT coalesce(sum(CASE WHEN type LIKE '%Credited' THEN amount ELSE -amount END), 0)
                        FROM (SELECT type, (payload::jsonb #>> '{amount,amount}')::numeric * 100 AS amount
                              FROM eventlog.event
                              WHERE stream_id = ? AND type ~ '(Credited|Debited|Captured)$') money""").param(account.toString()).query(Long.class).single();
    }

    public static PaymentOrder transfer(AccountId debtor, AccountId creditor, Money amount) {
        return new PaymentOrder.Transfer(debtor, creditor, amount, another("Over"), Optional.empty(), Priority.NORMAL);
    }

    public static PaymentOrder withdrawal(AccountId debtor, Money amount) {
        return new PaymentOrder.Withdrawal(debtor, amount, another("Out"), Optional.empty(), Priority.NORMAL);
    }

    public static PaymentOrder external(AccountId debtor, Money amount) {
        return new PaymentOrder.External(
                debtor, People.CARLA, amount, another("Away"), Optional.empty(), Priority.NORMAL);
    }

    /** No two orders of a test are duplicates unless they are meant to be. */
    private static String another(String purpose) {
        return purpose + " " + ORDERS.incrementAndGet();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
