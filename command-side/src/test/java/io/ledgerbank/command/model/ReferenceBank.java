package io.ledgerbank.command.model;

import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A bank without events, policies, snapshots or threads: what the contract says, done at once in lists and maps. */
final class ReferenceBank implements Bank {

    final Books books;
    private final Function<AccountId, Iban> ibans;
    private final Instant begin;
    private final List<Move> history = new ArrayList<>();
    private final ReferenceAccounts accounts;
    private final ReferencePayments payments;
    private final ReferenceOutcomes outcomes;
    private final ReferenceOperations operations;
    private final ReferenceRequests requests;

    ReferenceBank(ZoneId zone, Instant now, Function<AccountId, Iban> ibans) {
        this.ibans = ibans;
        begin = now;
        books = new Books(zone, now);
        accounts = new ReferenceAccounts(books, ibans);
        payments = new ReferencePayments(books);
        outcomes = new ReferenceOutcomes(books);
        operations = new ReferenceOperations(books);
        requests = new ReferenceRequests(books, accounts, payments, operations);
    }

    /** A bank answers only about what was sent to it. */
    boolean canHappen(Move move) {
        return switch (move) {
            case Move.Ask(int number, Object command) -> canHappen(command);
            case Move.Agree agree ->
                Optional.ofNullable(books.requests.get(agree.proposal()))
                        .map(request -> canHappen(request.proposed()))
                        .orElse(true);
            default -> true;
        };
    }

    private boolean canHappen(Object command) {
        return switch (command) {
            case StartAttempt start -> books.payments.containsKey(start.paymentId());
            case RecordOutcome record -> canHappen(record);
            default -> true;
        };
    }

    private boolean canHappen(RecordOutcome command) {
        ReferencePayment payment = books.payments.get(command.paymentId());
        if (payment == null) {
            return true;
        }
        return payment.isExternal()
                && payment.status != PaymentStatus.SCHEDULED
                && payment.status != PaymentStatus.PENDING;
    }

    @Override
    public Answer answer(Move move) {
        try {
            return answered(move);
        } catch (RejectedException refused) {
            return Answer.Refused.of(refused.rejection());
        } finally {
            history.add(move);
        }
    }

    private Answer answered(Move move) {
        return switch (move) {
            case Move.Ask(int number, Object command) -> asked(number, command);
            case Move.Agree agree -> requests.agree(agree);
            case Move.Disagree disagree -> requests.disagree(disagree);
            case Move.Wait wait -> waited(wait.duration());
            case Move.Become(UserId user, UserStatus status) -> become(user, status);
            case Move.Restart restart -> restarted(restart.from());
        };
    }

    private Answer asked(int number, Object command) {
        switch (command) {
            case OpenAccount open -> accounts.open(open);
            case RenameAccount rename -> accounts.rename(rename);
            case FreezeAccount freeze -> accounts.freeze(freeze);
            case CloseAccount close -> accounts.close(close);
            case UnfreezeAccount unfreeze -> {
                accounts.proposeUnfreezing(unfreeze);
                return requests.add(number, unfreeze, unfreeze.caller());
            }
            case ChangeLimits change -> {
                Optional<ReferenceAccounts.Raise> second = accounts.changeLimits(change);
                if (second.isPresent()) {
                    return requests.add(number, second.get(), change.caller());
                }
            }
            case ReversePayment reverse -> {
                Optional<ReversePayment> second = payments.reverse(reverse);
                if (second.isPresent()) {
                    ReferenceAccounts.requireExplained(reverse.reason());
                    return requests.add(number, second.get(), reverse.caller());
                }
            }
            case CreatePayment create -> payments.create(create);
            case CreatePayments create -> createAll(create);
            case CheckPayment check -> payments.check(check);
            case SchedulePayment schedule -> payments.schedule(schedule);
            case ExecuteScheduled execute -> payments.execute(execute);
            case CancelPayment cancel -> payments.cancel(cancel);
            case StartAttempt start -> outcomes.start(start);
            case RecordOutcome record -> outcomes.record(record);
            case Operation operation -> {
                Optional<ReferenceOperations.Proposed> second = operations.operate(operation);
                if (second.isPresent()) {
                    return requests.add(number, second.get(), operation.caller());
                }
            }
            default -> throw new IllegalArgumentException("The reference knows no " + command.getClass());
        }
        return new Answer.Done();
    }

    /** All or none: tried first by a bank that has the same past. */
    private void createAll(CreatePayments command) {
        ReferenceBank rehearsing = new ReferenceBank(books.zone, begin, ibans);
        history.forEach(rehearsing::answer);
        for (int index = 0; index < command.orders().size(); index++) {
            rehearsing.rehearse(command, index);
        }
        for (int index = 0; index < command.orders().size(); index++) {
            payments.create(command.at(index));
        }
    }

    private void rehearse(CreatePayments command, int index) {
        try {
            payments.create(command.at(index));
        } catch (RejectedException refused) {
            throw new RejectedException(
                    Reason.BULK_REFUSED,
                    "payments[%d] %s".formatted(index, refused.reason().code()));
        }
    }

    private Answer waited(Duration duration) {
        books.now = books.now.plus(duration);
        return new Answer.Done();
    }

    private Answer become(UserId user, UserStatus status) {
        if (status == UserStatus.ACTIVE) {
            books.suspended.remove(user);
        } else {
            books.suspended.add(user);
        }
        return new Answer.Done();
    }

    /** The first version knew neither what holds are for nor when debits happened: no limit counts those holds, nothing repeats. */
    private Answer restarted(Move.From from) {
        if (from == Move.From.FIRST_REVISIONS) {
            for (ReferenceAccount account : books.accounts.values()) {
                account.counted.removeIf(debit -> isOfFirstRevision(debit.payment()) && wasHeld(debit.payment()));
                account.given.removeIf(order -> isOfFirstRevision(order.payment()));
            }
            books.payments.values().forEach(payment -> payment.certain = false);
            books.payments.values().stream()
                    .filter(payment -> payment.isTakenLate && payment.status == PaymentStatus.COMPLETED)
                    .forEach(payment -> payment.givesNothingBack = true);
        }
        return new Answer.Done();
    }

    private boolean isOfFirstRevision(PaymentId payment) {
        return !books.payment(payment).cameBack;
    }

    private boolean wasHeld(PaymentId id) {
        ReferencePayment payment = books.payment(id);
        return payment.isExternal() && !payment.isTakenLate;
    }

    @Override
    public BankState state() {
        return BankState.of(
                books.accounts.keySet(),
                id -> books.accounts.get(id).state(books.today()),
                books.payments.keySet(),
                id -> books.payments.get(id).state(),
                books::balanceOf);
    }
}
