package io.ledgerbank.query;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Writes into the log what the command house would: whole appends that balance. For one thread. */
public final class Books {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final Iban OUR_IBAN = Iban.parse("GB33 BUKB 2020 1555 5555 55");
    public static final Creditor CAROL =
            new Creditor("Carol", Iban.parse("DE89370400440532013000"), new BankCode("SIMBANK"));

    private final Appends log;
    private final Map<AccountId, UserId> owners = new HashMap<>();
    private Instant now = NOW.minus(1, ChronoUnit.DAYS);
    private String correlationId = "books";

    public Books(EventStore store, TransactionManager transactions) {
        this.log = new Appends(store, transactions);
    }

    public static Money pounds(String amount) {
        return Money.of(amount, GBP);
    }

    public Books under(String correlation) {
        correlationId = correlation;
        return this;
    }

    public AccountId open(UserId owner) {
        return open(owner, GBP);
    }

    public AccountId open(UserId owner, Currency currency) {
        AccountId id = AccountId.next();
        owners.put(id, owner);
        append(new AccountOpened(
                id,
                owner,
                "Household",
                AccountType.CHECKING,
                currency,
                OUR_IBAN,
                new AccountLimits(Money.of("10000", currency), Money.of("1000", currency), Money.of("20000", currency)),
                tick()));
        return id;
    }

    public PaymentId deposit(AccountId to, Money amount) {
        PaymentId id = PaymentId.next();
        append(
                created(id, to, new PaymentOrder.Deposit(to, amount, "Paid in", Optional.empty(), Priority.NORMAL)),
                credited(id, to, amount, InternalAccount.CASH, Counterparty.cash()),
                new PaymentCompleted(id, tick()));
        return id;
    }

    public PaymentId withdraw(AccountId from, Money amount) {
        PaymentId id = PaymentId.next();
        append(
                created(id, from, new PaymentOrder.Withdrawal(from, amount, "Cash", Optional.empty(), Priority.NORMAL)),
                debited(id, from, amount, InternalAccount.CASH, Counterparty.cash()),
                new PaymentCompleted(id, tick()));
        return id;
    }

    public PaymentId transfer(AccountId from, AccountId to, Money amount) {
        PaymentId id = PaymentId.next();
        append(
                created(
                        id,
                        from,
                        new PaymentOrder.Transfer(from, to, amount, "Lunch", Optional.of("E2E"), Priority.CRITICAL)),
                debited(id, from, amount, InternalAccount.CLEARING, Counterparty.ours(to, OUR_IBAN)),
                credited(id, to, amount, InternalAccount.CLEARING, Counterparty.ours(from, OUR_IBAN)),
                new PaymentCompleted(id, tick()));
        return id;
    }

    public PaymentId order(AccountId from, Money amount) {
        PaymentId id = PaymentId.next();
        append(
                created(
                        id,
                        from,
                        new PaymentOrder.External(from, CAROL, amount, "Invoice", Optional.empty(), Priority.NORMAL)),
                new FundsHeld(from, id, amount, Optional.of(purpose(TODAY))));
        return id;
    }

    /** An order for tomorrow to a bank. */
    public PaymentId schedule(AccountId from, Money amount) {
        PaymentId id = PaymentId.next();
        append(new PaymentScheduled(
                id,
                owners.get(from),
                new PaymentOrder.External(
                        from, CAROL, amount, "Rent", Optional.empty(), Priority.NORMAL, Optional.of(TODAY.plusDays(1))),
                new Caller(owners.get(from), Role.USER),
                NOW.plus(1, ChronoUnit.DAYS),
                List.of(),
                tick()));
        return id;
    }

    /** Makes what was scheduled: with the bank it was meant for. */
    public void execute(PaymentId id, AccountId from, Money amount) {
        append(
                created(
                        id,
                        from,
                        new PaymentOrder.External(
                                from,
                                CAROL,
                                amount,
                                "Rent",
                                Optional.empty(),
                                Priority.NORMAL,
                                Optional.of(TODAY.plusDays(1)))),
                new FundsHeld(from, id, amount, Optional.empty()));
    }

    /** Makes what was scheduled: the creditor turns out to have an account here. */
    public void executeWithinOurBooks(PaymentId id, AccountId from, AccountId to, Money amount) {
        append(
                created(
                        id,
                        from,
                        new PaymentOrder.Transfer(
                                from,
                                to,
                                amount,
                                "Rent",
                                Optional.empty(),
                                Priority.NORMAL,
                                Optional.of(TODAY.plusDays(1)),
                                Optional.empty())),
                debited(id, from, amount, InternalAccount.CLEARING, Counterparty.ours(to, OUR_IBAN)),
                credited(id, to, amount, InternalAccount.CLEARING, Counterparty.ours(from, OUR_IBAN)),
                new PaymentCompleted(id, tick()));
    }

    public void cancelScheduled(PaymentId id) {
        append(new PaymentCancelled(id, tick()));
    }

    public void defer(PaymentId id) {
        Instant at = tick();
        append(new ExecutionDeferred(id, Reason.INSUFFICIENT_FUNDS, at, at.plusSeconds(3600)));
    }

    public void attempt(PaymentId id, int attempt) {
        append(new AttemptStarted(id, attempt, tick(), now.plusSeconds(5)));
    }

    public void failAttempt(PaymentId id, int attempt) {
        append(new AttemptFailed(
                id, attempt, Reason.SERVICE_UNAVAILABLE, tick(), now.plusSeconds(1), ErrorCatalog.version()));
    }

    public void loseAnswer(PaymentId id, int attempt, int inquiry) {
        Instant at = tick();
        append(new OutcomeUnknown(id, attempt, inquiry, Reason.TIMEOUT, at, at.plusSeconds(1), ErrorCatalog.version()));
    }

    public void park(PaymentId id, int attempt) {
        append(new PaymentParked(id, attempt, Reason.TIMEOUT, tick(), ErrorCatalog.version()));
    }

    public void settle(PaymentId id, AccountId from, Money amount) {
        append(
                new HoldCaptured(
                        from,
                        id,
                        amount,
                        InternalAccount.settlement(CAROL.bankCode()),
                        Counterparty.external(CAROL.name(), CAROL.iban()),
                        "Invoice",
                        TODAY,
                        TODAY),
                new PaymentSettled(id, "SIM-1", TODAY, tick(), Optional.of(TODAY)));
    }

    public void refuse(PaymentId id, AccountId from, Money amount) {
        append(
                new HoldReleased(from, id, amount, Optional.of(TODAY)),
                new PaymentFailed(id, Reason.CREDITOR_ACCOUNT_CLOSED, tick(), ErrorCatalog.version()));
    }

    /** The bank says that it executed what had failed. */
    public void contradict(PaymentId id, Money amount) {
        append(new OutcomeContradicted(
                id,
                1,
                Execution.EXECUTED,
                Optional.empty(),
                Optional.of("LATE-1"),
                CAROL.bankCode(),
                amount,
                TODAY,
                TODAY,
                NOW));
    }

    /** Somebody found out that it did not. */
    public void believeOurselves(PaymentId id, Money amount) {
        append(new ContradictionResolved(
                id,
                UserId.next(),
                "The bank was wrong",
                Execution.EXECUTED,
                Execution.NOT_EXECUTED,
                "Its letter",
                Optional.empty(),
                CAROL.bankCode(),
                amount,
                TODAY,
                TODAY,
                NOW,
                Optional.empty()));
    }

    public void pause(PaymentId id) {
        append(new PaymentPaused(id, UserId.next(), "Fraud?", NOW));
    }

    public void resume(PaymentId id) {
        append(new PaymentResumed(id, UserId.next(), "No fraud", NOW));
    }

    public void credit(AccountId to, Money amount, LocalDate bookingDate) {
        append(new AccountCredited(
                to,
                PaymentId.next(),
                amount,
                InternalAccount.CASH,
                Counterparty.cash(),
                "Paid in",
                bookingDate,
                bookingDate));
    }

    public void append(Object... events) {
        log.append(correlationId, events);
    }

    private PaymentCreated created(PaymentId id, AccountId account, PaymentOrder order) {
        return new PaymentCreated(id, owners.get(account), order, order.debtor().map(debtor -> OUR_IBAN), tick());
    }

    private static AccountDebited debited(
            PaymentId id, AccountId account, Money amount, InternalAccount contra, Counterparty other) {
        return new AccountDebited(account, id, amount, contra, other, "Lunch", TODAY, TODAY, Optional.of(NOW));
    }

    /** A hold whose payment is not in these books. */
    public FundsHeld heldOn(AccountId from, PaymentId id, Money amount, LocalDate day) {
        return new FundsHeld(from, id, amount, Optional.of(purpose(day)));
    }

    private static Purpose purpose(LocalDate day) {
        return new Purpose(Counterparty.external(CAROL.name(), CAROL.iban()), "Invoice", NOW, day);
    }

    private static AccountCredited credited(
            PaymentId id, AccountId account, Money amount, InternalAccount contra, Counterparty other) {
        return new AccountCredited(account, id, amount, contra, other, "Lunch", TODAY, TODAY);
    }

    private Instant tick() {
        now = now.plusMillis(1);
        return now;
    }
}
