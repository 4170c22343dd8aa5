package io.ledgerbank.app.seed;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.startup.DemoUser;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Makes the demo's users, and for customers an account with 1,000.00 GBP, through the same commands that everybody uses.
 * Every id is fixed and every step is taken only if its stream is missing, so a start that was killed half-way is made
 * good by the next.
 */
final class DemoData implements ApplicationRunner {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money WELCOME = Money.of("1000.00", GBP);
    private static final List<DemoUser> CUSTOMERS = List.of(DemoUser.ALICE, DemoUser.BOB);

    private final Registrations registrations;
    private final CommandGateway commands;
    private final EventStore log;

    DemoData(Registrations registrations, CommandGateway commands, EventStore log) {
        this.registrations = registrations;
        this.commands = commands;
        this.log = log;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoUser user : DemoUser.values()) {
            unlessThere(Kind.USER.idOf(user), id -> register(new UserId(id), user));
        }
        for (DemoUser customer : CUSTOMERS) {
            AccountId account = new AccountId(Kind.ACCOUNT.idOf(customer));
            unlessThere(account.value(), id -> open(account, customer));
            unlessThere(Kind.DEPOSIT.idOf(customer), id -> deposit(new PaymentId(id), account));
        }
    }

    private void register(UserId id, DemoUser user) {
        registrations.register(id, user.email(), user.fullName(), Password.of(user.password()), user.role());
    }

    private void open(AccountId account, DemoUser owner) {
        Caller caller = new Caller(new UserId(Kind.USER.idOf(owner)), Role.USER);
        commands.sendAndWait(new OpenAccount(account, "Everyday", AccountType.CHECKING, GBP, caller));
    }

    private void deposit(PaymentId payment, AccountId account) {
        PaymentOrder welcome =
                new PaymentOrder.Deposit(account, WELCOME, "Welcome to LedgerBank", Optional.empty(), Priority.NORMAL);
        commands.sendAndWait(new CreatePayment(payment, welcome, Caller.system()));
    }

    private void unlessThere(UUID id, Consumer<UUID> make) {
        if (log.lastSequenceNumberFor(id.toString()).isEmpty()) {
            make.accept(id);
        }
    }

    /** UUIDv7s of the first millisecond of 2026, one series for each kind of thing. */
    private enum Kind {
        USER,
        ACCOUNT,
        DEPOSIT;

        private static final long NEW_YEAR = 0x019b76da_a800_7000L;
        private static final long VARIANT = 0x8000_0000_0000_0000L;

        UUID idOf(DemoUser user) {
            return new UUID(NEW_YEAR, VARIANT | (ordinal() + 1L) << 8 | user.ordinal() + 1L);
        }
    }
}
