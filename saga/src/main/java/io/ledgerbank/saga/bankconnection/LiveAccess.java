package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.bank.BankAnswer;
import io.ledgerbank.saga.bank.BankGateway;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * The access to one bank while it is being read: refreshed before it ends, and once when the bank refuses it all the same.
 * For one thread.
 */
final class LiveAccess {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private enum Refusals {
        NONE,
        ANSWERED_WITH_NEW_TOKENS
    }

    private final BankConnectionId id;
    private final BankGateway bank;
    private final TokenVault vault;
    private final Clock clock;
    private BankAccess access;
    private Refusals refusals = Refusals.NONE;

    LiveAccess(BankConnectionId id, BankAccess access, BankGateway bank, TokenVault vault, Clock clock) {
        this.id = id;
        this.access = access;
        this.bank = bank;
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws Stopped unless the bank answers */
    <T> T ask(BiFunction<BankGateway, BankAccess, BankAnswer<T>> question) {
        if (endsSoon()) {
            refresh();
        }
        BankAnswer<T> answer = question.apply(bank, access);
        if (isRefused(answer) && refusals == Refusals.NONE) {
            refusals = Refusals.ANSWERED_WITH_NEW_TOKENS;
            refresh();
            answer = question.apply(bank, access);
        }
        return told(answer);
    }

    private boolean endsSoon() {
        return access.expiresAt()
                .filter(end -> !clock.instant().isBefore(end.minus(EARLY)))
                .isPresent();
    }

    /** Kept before it is used: the tokens before it serve no more. */
    private void refresh() {
        BankAccess fresh = told(bank.refresh(access));
        access = new BankAccess(fresh.accessToken(), fresh.refreshToken().or(access::refreshToken), fresh.expiresAt());
        vault.put(id, access);
    }

    private static boolean isRefused(BankAnswer<?> answer) {
        return answer instanceof BankAnswer.Failed<?> failed && failed.reason() == Reason.BANK_ACCESS_REVOKED;
    }

    private static <T> T told(BankAnswer<T> answer) {
        return switch (answer) {
            case BankAnswer.Told<T> told -> told.content();
            case BankAnswer.NotOffered<T> nothing -> throw Stopped.because(Reason.BANK_NOT_LINKABLE);
            case BankAnswer.Failed<T> failed ->
                throw failed.retryAfter().map(Stopped::toWait).orElseGet(() -> Stopped.because(failed.reason()));
        };
    }
}
