package io.ledgerbank.command.eventtype;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRejected;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.bank.BankAdded;
import io.ledgerbank.api.bank.BankChanged;
import io.ledgerbank.api.bank.BranchAdded;
import io.ledgerbank.api.bankconnection.BankConnectionEstablished;
import io.ledgerbank.api.bankconnection.BankConnectionExpired;
import io.ledgerbank.api.bankconnection.BankConnectionFailed;
import io.ledgerbank.api.bankconnection.BankConnectionRecovered;
import io.ledgerbank.api.bankconnection.BankConnectionRemoved;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.CompensationOrdered;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.api.user.UserActivated;
import io.ledgerbank.api.user.UserDeleted;
import io.ledgerbank.api.user.UserForgotten;
import io.ledgerbank.api.user.UserPasswordChanged;
import io.ledgerbank.api.user.UserProfileChanged;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.api.user.UserRoleChanged;
import io.ledgerbank.api.user.UserSuspended;
import java.util.List;

/**
 * The names under which events stand in the log, and how their shapes have changed since. Renaming a class changes nothing
 * here; names stay.
 */
public interface EventTypes {

    List<StoredType> ALL = List.of(
            new StoredType("AccountOpened", AccountOpened.class).changedBy(EventUpcasts.FIRST_LIMITS),
            new StoredType("AccountRenamed", AccountRenamed.class),
            new StoredType("AccountFrozen", AccountFrozen.class),
            new StoredType("AccountUnfrozen", AccountUnfrozen.class),
            new StoredType("AccountClosed", AccountClosed.class),
            new StoredType("LimitsChanged", LimitsChanged.class),
            new StoredType("AccountDebited", AccountDebited.class).changedBy(EventUpcasts.NO_TIME_OF_BOOKING),
            new StoredType("AccountCredited", AccountCredited.class),
            new StoredType("FundsHeld", FundsHeld.class).changedBy(EventUpcasts.NO_PURPOSE),
            new StoredType("HoldCaptured", HoldCaptured.class),
            new StoredType("HoldReleased", HoldReleased.class).changedBy(EventUpcasts.NO_DAY_OF_HOLD),
            new StoredType("ReturnCredited", ReturnCredited.class),
            new StoredType("PaymentCreated", PaymentCreated.class),
            new StoredType("PaymentCompleted", PaymentCompleted.class),
            new StoredType("AttemptStarted", AttemptStarted.class),
            new StoredType("AttemptFailed", AttemptFailed.class).changedBy(EventUpcasts.FIRST_CATALOGUE),
            new StoredType("OutcomeUnknown", OutcomeUnknown.class).changedBy(EventUpcasts.FIRST_CATALOGUE),
            new StoredType("PaymentParked", PaymentParked.class).changedBy(EventUpcasts.FIRST_CATALOGUE),
            new StoredType("PaymentSettled", PaymentSettled.class).changedBy(EventUpcasts.NO_DAY_OF_HOLD),
            new StoredType("PaymentFailed", PaymentFailed.class).changedBy(EventUpcasts.FIRST_CATALOGUE),
            new StoredType("ApprovalRequested", ApprovalRequested.class).changedBy(EventUpcasts.NOTHING_PINNED),
            new StoredType("ApprovalGranted", ApprovalGranted.class),
            new StoredType("ApprovalRejected", ApprovalRejected.class),
            new StoredType("PaymentScheduled", PaymentScheduled.class),
            new StoredType("ExecutionDeferred", ExecutionDeferred.class),
            new StoredType("PaymentCancelled", PaymentCancelled.class),
            new StoredType("PaymentReversed", PaymentReversed.class),
            new StoredType("PaymentReturned", PaymentReturned.class),
            new StoredType("PaymentPaused", PaymentPaused.class),
            new StoredType("PaymentResumed", PaymentResumed.class),
            new StoredType("PaymentNoted", PaymentNoted.class),
            new StoredType("RetryOrdered", RetryOrdered.class),
            new StoredType("CompensationOrdered", CompensationOrdered.class),
            new StoredType("OutcomeResolved", OutcomeResolved.class),
            new StoredType("OutcomeContradicted", OutcomeContradicted.class),
            new StoredType("ContradictionResolved", ContradictionResolved.class),
            new StoredType("StandingOrderPlaced", StandingOrderPlaced.class),
            new StoredType("StandingOrderRan", StandingOrderRan.class),
            new StoredType("StandingOrderCancelled", StandingOrderCancelled.class),
            new StoredType("BankAdded", BankAdded.class),
            new StoredType("BankChanged", BankChanged.class),
            new StoredType("BranchAdded", BranchAdded.class),
            new StoredType("BankConnectionRequested", BankConnectionRequested.class),
            new StoredType("BankConnectionEstablished", BankConnectionEstablished.class),
            new StoredType("BankConnectionFailed", BankConnectionFailed.class),
            new StoredType("BankConnectionRecovered", BankConnectionRecovered.class),
            new StoredType("BankConnectionExpired", BankConnectionExpired.class),
            new StoredType("BankConnectionRemoved", BankConnectionRemoved.class),
            new StoredType("UserRegistered", UserRegistered.class),
            new StoredType("UserProfileChanged", UserProfileChanged.class),
            new StoredType("UserRoleChanged", UserRoleChanged.class),
            new StoredType("UserPasswordChanged", UserPasswordChanged.class),
            new StoredType("UserSuspended", UserSuspended.class),
            new StoredType("UserActivated", UserActivated.class),
            new StoredType("UserDeleted", UserDeleted.class),
            new StoredType("UserForgotten", UserForgotten.class));
}
