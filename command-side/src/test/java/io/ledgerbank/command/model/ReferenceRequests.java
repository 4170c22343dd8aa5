package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.user.Caller;
import java.time.Duration;
import java.util.Optional;

/** What waits for a second person in the reference bank. */
final class ReferenceRequests {

    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Books books;
    private final ReferenceAccounts accounts;
    private final ReferencePayments payments;
    private final ReferenceOperations operations;

    ReferenceRequests(
            Books books, ReferenceAccounts accounts, ReferencePayments payments, ReferenceOperations operations) {
        this.books = books;
        this.accounts = accounts;
        this.payments = payments;
        this.operations = operations;
    }

    Answer add(int number, Object command, Caller by) {
        Books.Request request = books.requests.values().stream()
                .filter(known -> known.proposed().equals(command) && books.isOpen(known))
                .findFirst()
                .orElseGet(() -> new Books.Request(number, command, by.userId(), books.now.plus(PATIENCE)));
        books.requests.put(number, request);
        return new Answer.Proposed();
    }

    Answer agree(Move.Agree move) {
        Books.Request request = decidable(move.proposal(), move.caller());
        switch (request.proposed()) {
            case UnfreezeAccount unfreeze -> accounts.unfreeze(unfreeze, move.caller());
            case ReferenceAccounts.Raise raise -> accounts.raise(raise, move.caller());
            case ReversePayment reverse -> payments.reverseAgreed(reverse, move.caller());
            case ReferenceOperations.Proposed resolution -> operations.agreed(resolution);
            default -> throw new IllegalStateException("Nobody agrees to number " + move.proposal());
        }
        books.decided.add(request.first());
        return new Answer.Done();
    }

    Answer disagree(Move.Disagree move) {
        ReferenceAccounts.requireExplained(move.reason());
        books.decided.add(decidable(move.proposal(), move.caller()).first());
        return new Answer.Done();
    }

    private Books.Request decidable(int proposal, Caller caller) {
        refuse(!caller.isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
        Books.Request request = Optional.ofNullable(books.requests.get(proposal))
                .orElseThrow(() -> new RejectedException(Reason.APPROVAL_NOT_FOUND, "by the reference"));
        boolean forAdmins = request.proposed() instanceof ReferenceAccounts.Raise
                || request.proposed() instanceof ReferenceOperations.Proposed;
        refuse(forAdmins && !caller.isAdmin(), Reason.INSUFFICIENT_PERMISSIONS);
        refuse(caller.owns(request.by()), Reason.SELF_APPROVAL);
        refuse(books.decided.contains(request.first()), Reason.ALREADY_PROCESSED);
        refuse(!books.now.isBefore(request.expires()), Reason.APPROVAL_EXPIRED);
        return request;
    }
}
