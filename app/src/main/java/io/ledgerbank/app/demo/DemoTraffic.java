package io.ledgerbank.app.demo;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Keeps a made-up customer paying, so many times a minute, as long as the service runs. When an account has no more to spend
 * or may not spend more that day, another is opened.
 */
final class DemoTraffic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money FUNDS = Money.of("5000.00", GBP);
    private static final int FOR_A_START = 6;

    private final Registrations registrations;
    private final CommandGateway commands;
    private final MadeUpPayments payments;
    private final Duration pause;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("demo-traffic").unstarted(task));
    private Optional<Caller> customer = Optional.empty();
    private Optional<AccountId> account = Optional.empty();

    /** @param aMinute how many payments, at least one */
    DemoTraffic(Registrations registrations, CommandGateway commands, MadeUpPayments payments, int aMinute) {
        this.registrations = registrations;
        this.commands = commands;
        this.payments = payments;
        this.pause = Duration.ofMinutes(1).dividedBy(aMinute);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        for (int i = 0; i < FOR_A_START; i++) {
            timer.execute(this::pay);
        }
        var unused = timer.scheduleAtFixedRate(this::pay, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void pay() {
        try {
            Caller payer = customer();
            AccountId debtor = account(payer);
            PaymentOrder order = payments.next(debtor);
            commands.sendAndWait(new CreatePayment(PaymentId.next(), order, payer));
        } catch (RejectedException spent) {
            LOG.debug("The demonstration goes on with another account: {}", spent.rejection());
            account = Optional.empty();
        } catch (RuntimeException failure) {
            LOG.warn("A payment of the demonstration is left out", failure);
        }
    }

    private Caller customer() {
        Caller known = customer.orElseGet(this::register);
        customer = Optional.of(known);
        return known;
    }

    private Caller register() {
        UserId id = UserId.next();
        registrations.register(
                id,
                "demo-" + id + "@example.com",
                "Dana Demo",
                Password.of(UUID.randomUUID().toString()),
                Role.USER);
        return new Caller(id, Role.USER);
    }

    private AccountId account(Caller payer) {
        AccountId open = account.orElseGet(() -> open(payer));
        account = Optional.of(open);
        return open;
    }

    private AccountId open(Caller payer) {
        AccountId id = AccountId.next();
        commands.sendAndWait(new OpenAccount(id, "Demonstration", AccountType.INVESTMENT, GBP, payer));
        PaymentOrder funds =
                new PaymentOrder.Deposit(id, FUNDS, "For the demonstration", Optional.empty(), Priority.NORMAL);
        commands.sendAndWait(new CreatePayment(PaymentId.next(), funds, Caller.system()));
        return id;
    }
}
