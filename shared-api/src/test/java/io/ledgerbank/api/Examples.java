package io.ledgerbank.api;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.bank.BankAdded;
import io.ledgerbank.api.bank.BankChanged;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bank.BankProfile;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Bic;
import io.ledgerbank.api.bank.Branch;
import io.ledgerbank.api.bank.BranchAdded;
import io.ledgerbank.api.bank.Country;
import io.ledgerbank.api.bank.Integration;
import io.ledgerbank.api.bank.RoutingNumber;
import io.ledgerbank.api.bankconnection.BankConnectionEstablished;
import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.bankconnection.BankConnectionExpired;
import io.ledgerbank.api.bankconnection.BankConnectionFailed;
import io.ledgerbank.api.bankconnection.BankConnectionRecovered;
import io.ledgerbank.api.bankconnection.BankConnectionRemoved;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.CompensationOrdered;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserActivated;
import io.ledgerbank.api.user.UserDeleted;
import io.ledgerbank.api.user.UserForgotten;
import io.ledgerbank.api.user.UserPasswordChanged;
import io.ledgerbank.api.user.UserProfileChanged;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.api.user.UserRoleChanged;
import io.ledgerbank.api.user.UserSuspended;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One example of each event. */
public final class Examples {

    public static final UserId ALICE = UserId.parse("01900000-0000-7000-8000-00000000000a");
    public static final AccountId ALICES_ACCOUNT = AccountId.parse("01900000-0000-7000-8000-0000000000a1");
    public static final AccountId BOBS_ACCOUNT = AccountId.parse("01900000-0000-7000-8000-0000000000b1");
    public static final PaymentId PAYMENT = PaymentId.parse("01900000-0000-7000-8000-000000000777");
    public static final StandingOrderId STANDING_ORDER = StandingOrderId.parse("01900000-0000-7000-8000-000000000555");
    public static final ApprovalId APPROVAL = ApprovalId.parse("01900000-0000-7000-8000-000000000a99");
    public static final BankConnectionId BANK_CONNECTION =
            BankConnectionId.parse("01900000-0000-7000-8000-000000000333");
    public static final UserId SUPPORT = UserId.parse("01900000-0000-7000-8000-00000000000c");
    public static final UserId ADMIN = UserId.parse("01900000-0000-7000-8000-00000000000d");
    public static final Iban ALICES_IBAN = Iban.parse("GB33 BUKB 2020 1555 5555 55");
    public static final Iban CREDITORS_IBAN = Iban.parse("DE89370400440532013000");
    public static final BankCode SIMBANK = new BankCode("SIMBANK");
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final Money TWELVE_POUNDS = Money.of("12.00", GBP);
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private Examples() {}

    public static PaymentCreated externalPaymentCreated() {
        return new PaymentCreated(
                PAYMENT,
                ALICE,
                new PaymentOrder.External(
                        ALICES_ACCOUNT,
                        new Creditor("Carol Creditor", CREDITORS_IBAN, SIMBANK),
                        TWELVE_POUNDS,
                        "Invoice 4711",
                        Optional.of("E2E-1"),
                        Priority.NORMAL),
                Optional.of(ALICES_IBAN),
                NOON);
    }

    public static PaymentScheduled paymentScheduled() {
        return new PaymentScheduled(
                PAYMENT,
                ALICE,
                new PaymentOrder.Transfer(
                        ALICES_ACCOUNT,
                        BOBS_ACCOUNT,
                        TWELVE_POUNDS,
                        "Rent",
                        Optional.empty(),
                        Priority.NORMAL,
                        Optional.of(TODAY.plusDays(2)),
                        Optional.empty()),
                new Caller(ALICE, Role.USER),
                NOON.plus(Duration.ofDays(2)),
                List.of(NOON.plus(Duration.ofDays(2)).plusSeconds(3600)),
                NOON);
    }

    public static Stream<MoneyEvent> moneyEvents() {
        return Stream.of(
                new AccountDebited(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        InternalAccount.CLEARING,
                        Counterparty.ours(BOBS_ACCOUNT, CREDITORS_IBAN),
                        "Lunch",
                        TODAY,
                        TODAY,
                        Optional.empty()),
                new AccountCredited(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        InternalAccount.CASH,
                        Counterparty.cash(),
                        "Paid in",
                        TODAY,
                        TODAY),
                new HoldCaptured(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        InternalAccount.settlement(SIMBANK),
                        Counterparty.external("Carol Creditor", CREDITORS_IBAN),
                        "Invoice 4711",
                        TODAY,
                        TODAY),
                new ReturnCredited(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        InternalAccount.settlement(SIMBANK),
                        Counterparty.external("Carol Creditor", CREDITORS_IBAN),
                        "Invoice 4711",
                        TODAY,
                        TODAY,
                        Optional.of(TODAY.minusDays(2))));
    }

    public static Stream<Object> events() {
        Stream<Object> others = Stream.of(
                new AccountOpened(
                        ALICES_ACCOUNT,
                        ALICE,
                        "Household",
                        AccountType.CHECKING,
                        GBP,
                        ALICES_IBAN,
                        new AccountLimits(Money.of("10000", GBP), Money.of("1000", GBP), Money.of("20000", GBP)),
                        NOON),
                new AccountRenamed(ALICES_ACCOUNT, "Savings", NOON),
                new AccountFrozen(ALICES_ACCOUNT, "Card stolen", NOON),
                new AccountUnfrozen(ALICES_ACCOUNT, NOON),
                new AccountClosed(ALICES_ACCOUNT, "Moved away", NOON),
                new LimitsChanged(
                        ALICES_ACCOUNT,
                        new AccountLimits(Money.of("500", GBP), Money.of("800", GBP), Money.of("9000", GBP)),
                        Money.of("250", GBP),
                        NOON),
                new FundsHeld(ALICES_ACCOUNT, PAYMENT, TWELVE_POUNDS, Optional.empty()),
                new HoldReleased(ALICES_ACCOUNT, PAYMENT, TWELVE_POUNDS, Optional.empty()),
                paymentScheduled(),
                new ExecutionDeferred(PAYMENT, Reason.INSUFFICIENT_FUNDS, NOON, NOON.plusSeconds(3600)),
                externalPaymentCreated(),
                new AttemptStarted(PAYMENT, 1, NOON, NOON.plusSeconds(5)),
                new AttemptFailed(PAYMENT, 1, Reason.SERVICE_UNAVAILABLE, NOON, NOON.plusSeconds(1), 1),
                new OutcomeUnknown(PAYMENT, 1, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(1), 1),
                new PaymentParked(PAYMENT, 1, Reason.TIMEOUT, NOON, 1),
                new PaymentCompleted(PAYMENT, NOON),
                new PaymentSettled(PAYMENT, "SIM-1", TODAY, NOON, Optional.empty()),
                new PaymentFailed(PAYMENT, Reason.CREDITOR_ACCOUNT_CLOSED, NOON, 1),
                new PaymentCancelled(PAYMENT, NOON),
                new PaymentReversed(
                        PAYMENT, PaymentId.parse("01900000-0000-7000-8000-000000000778"), Money.of("2.00", GBP), NOON),
                new PaymentReturned(PAYMENT, Reason.CREDITOR_ACCOUNT_CLOSED, "SIM-R-1", NOON),
                new UserRegistered(ALICE, "alice@example.com", "Alice Example", Role.USER, NOON),
                new UserProfileChanged(ALICE, "alice@example.org", "Alice Other", NOON),
                new UserRoleChanged(ALICE, Role.SUPPORT, NOON),
                new UserPasswordChanged(ALICE, NOON),
                new UserSuspended(ALICE, NOON),
                new UserActivated(ALICE, NOON),
                new UserDeleted(ALICE, NOON),
                new UserForgotten(ALICE, Optional.of("0123456789abcdef".repeat(4)), NOON));
        return Stream.of(
                        moneyEvents(),
                        others,
                        operatorEvents(),
                        approvalEvents(),
                        standingOrderEvents(),
                        bankConnectionEvents(),
                        bankEvents())
                .flatMap(events -> events);
    }

    private static Stream<PaymentEvent> operatorEvents() {
        return Stream.of(
                new PaymentPaused(PAYMENT, ADMIN, "The bank asked us to wait", NOON),
                new PaymentResumed(PAYMENT, ADMIN, "The bank is back", NOON),
                new PaymentNoted(PAYMENT, ADMIN, "Called the bank, ticket 17", NOON),
                new RetryOrdered(PAYMENT, ADMIN, "The bank is back", 1, 1, NOON, 1),
                new CompensationOrdered(PAYMENT, ADMIN, "The customer changed her mind", NOON),
                new OutcomeResolved(
                        PAYMENT,
                        SUPPORT,
                        "Found on the bank's statement",
                        Execution.EXECUTED,
                        "Statement 12, line 3",
                        Optional.of(ADMIN),
                        NOON),
                new OutcomeContradicted(
                        PAYMENT,
                        1,
                        Execution.EXECUTED,
                        Optional.empty(),
                        Optional.of("SIM-1"),
                        SIMBANK,
                        TWELVE_POUNDS,
                        TODAY,
                        TODAY,
                        NOON),
                new ContradictionResolved(
                        PAYMENT,
                        SUPPORT,
                        "The bank corrected itself",
                        Execution.EXECUTED,
                        Execution.NOT_EXECUTED,
                        "Letter of the bank, page 2",
                        Optional.empty(),
                        SIMBANK,
                        TWELVE_POUNDS,
                        TODAY,
                        TODAY,
                        NOON));
    }

    private static Stream<StandingOrderEvent> standingOrderEvents() {
        DueRun first = new DueRun(1, TODAY, NOON);
        return Stream.of(
                new StandingOrderPlaced(
                        STANDING_ORDER,
                        new PaymentOrder.Transfer(
                                ALICES_ACCOUNT, BOBS_ACCOUNT, TWELVE_POUNDS, "Rent", Optional.empty(), Priority.NORMAL),
                        new Recurrence(Frequency.MONTHLY, TODAY, Optional.of(TODAY.plusYears(1)), Optional.empty()),
                        new Caller(ALICE, Role.USER),
                        first,
                        NOON),
                new StandingOrderRan(
                        STANDING_ORDER,
                        first,
                        Optional.of(PAYMENT),
                        Optional.empty(),
                        NOON,
                        Optional.of(new DueRun(2, TODAY.plusMonths(1), NOON.plus(Duration.ofDays(30))))),
                new StandingOrderCancelled(STANDING_ORDER, NOON));
    }

    private static Stream<BankEvent> bankEvents() {
        BankCode code = new BankCode("OTHERBANK");
        BankProfile profile = new BankProfile(
                "Other Bank",
                new Country("DE"),
                Optional.of(new Bic("OTHRDEFF")),
                URI.create("https://api.other.example"),
                Integration.SIMULATOR,
                BankStatus.ACTIVE);
        Branch branch = new Branch(
                UUID.fromString("01900000-0000-7000-8000-000000000222"),
                "Frankfurt",
                new Country("DE"),
                Optional.of(new Bic("OTHRDEFFFRA")),
                Optional.of(new RoutingNumber("021000021")),
                Optional.of(CREDITORS_IBAN.value()));
        return Stream.of(
                new BankAdded(code, profile, ADMIN, NOON),
                new BankChanged(code, profile, ADMIN, NOON),
                new BranchAdded(code, branch, ADMIN, NOON));
    }

    private static Stream<BankConnectionEvent> bankConnectionEvents() {
        return Stream.of(
                new BankConnectionRequested(BANK_CONNECTION, ALICE, new BankCode("MONZO"), NOON),
                new BankConnectionEstablished(BANK_CONNECTION, NOON),
                new BankConnectionFailed(BANK_CONNECTION, Reason.BANK_API_ERROR, NOON),
                new BankConnectionRecovered(BANK_CONNECTION, NOON),
                new BankConnectionExpired(BANK_CONNECTION, Reason.BANK_ACCESS_REVOKED, NOON),
                new BankConnectionRemoved(BANK_CONNECTION, NOON));
    }

    private static Stream<ApprovalEvent> approvalEvents() {
        return Stream.of(
                new ApprovalRequested(
                        APPROVAL,
                        new Proposal.Unfreezing(ALICES_ACCOUNT),
                        "Her identity is confirmed",
                        SUPPORT,
                        NOON,
                        NOON.plus(Duration.ofDays(7))),
                new ApprovalGranted(APPROVAL, ADMIN, NOON),
                new ApprovalRejected(APPROVAL, ADMIN, "Nobody has seen her passport", NOON));
    }

    /** Of events whose older revisions say less than today's: one that says all. */
    public static Stream<Object> fullEvents() {
        return Stream.of(
                new AccountDebited(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        InternalAccount.CLEARING,
                        Counterparty.ours(BOBS_ACCOUNT, CREDITORS_IBAN),
                        "Lunch",
                        TODAY,
                        TODAY,
                        Optional.of(NOON)),
                new FundsHeld(
                        ALICES_ACCOUNT,
                        PAYMENT,
                        TWELVE_POUNDS,
                        Optional.of(new Purpose(
                                Counterparty.external("Carol Creditor", CREDITORS_IBAN), "Invoice 4711", NOON, TODAY))),
                new HoldReleased(ALICES_ACCOUNT, PAYMENT, TWELVE_POUNDS, Optional.of(TODAY)),
                new ApprovalRequested(
                        APPROVAL,
                        new Proposal.Resolution(
                                PAYMENT,
                                Execution.EXECUTED,
                                "Statement 12, line 3",
                                "The bank confirmed it",
                                Step.PARKED,
                                Optional.of(7L),
                                ADMIN),
                        "The bank confirmed it",
                        ADMIN,
                        NOON,
                        NOON.plus(Duration.ofDays(7))),
                new PaymentSettled(PAYMENT, "SIM-1", TODAY, NOON, Optional.of(TODAY.minusDays(2))));
    }
}
