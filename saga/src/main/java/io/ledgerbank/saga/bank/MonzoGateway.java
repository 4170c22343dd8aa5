package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import io.ledgerbank.saga.bank.MonzoApi.Refusal;
import io.ledgerbank.saga.bank.MonzoReplies.Accounts;
import io.ledgerbank.saga.bank.MonzoReplies.Balance;
import io.ledgerbank.saga.bank.MonzoReplies.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what customers have at Monzo, with the access that they gave us. It cannot pay anybody. */
final class MonzoGateway implements BankGateway {

    /** Five minutes after its customer has agreed, Monzo shows no more than the last ninety days. */
    private static final Duration ALWAYS_SHOWN = Duration.ofDays(89);

    private static final String MOST_AT_ONCE = "100";

    private final MonzoApi api;
    private final Optional<LinkTerms> terms;
    private final Clock clock;

    MonzoGateway(MonzoApi api, Optional<LinkTerms> terms, Clock clock) {
        this.api = api;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Outcome submit(BankInstruction instruction) {
        return Outcome.NotExecuted.because(Reason.BANK_MOVES_NO_MONEY);
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        return new InquiryAnswer.Told(Outcome.NotExecuted.because(Reason.BANK_MOVES_NO_MONEY));
    }

    @Override
    public BankAnswer<List<BankAccount>> accounts(BankAccess access) {
        return MonzoApi.read(api.get("/accounts", Map.of(), access), Accounts.class, Accounts::toAccounts);
    }

    @Override
    public BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after) {
        Exchange exchange = lines(access, accountId, after);
        if (exchange instanceof Exchange.Answered answer
                && answer.status() == 403
                && Refusal.in(answer).asksForVerification()) {
            String shown = clock.instant()
                    .minus(ALWAYS_SHOWN)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            exchange = lines(access, accountId, Optional.of(shown));
        }
        return MonzoApi.read(exchange, Transactions.class, Transactions::toTransactions);
    }

    private Exchange lines(BankAccess access, String accountId, Optional<String> since) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("account_id", accountId);
        query.put("limit", MOST_AT_ONCE);
        since.ifPresent(line -> query.put("since", line));
        return api.get("/transactions", query, access);
    }

    @Override
    public BankAnswer<BankBalance> balance(BankAccess access, String accountId) {
        return MonzoApi.read(
                api.get("/balance", Map.of("account_id", accountId), access),
                Balance.class,
                balance -> balance.toBalance(clock.instant()));
    }

    @Override
    public BankAnswer<BankAccess> refresh(BankAccess access) {
        if (terms.isEmpty()) {
            return new BankAnswer.NotOffered<>();
        }
        return access.refreshToken()
                .map(token -> MonzoConsent.tokens(
                        api,
                        terms.get(),
                        Map.of("grant_type", "refresh_token", "refresh_token", token),
                        Reason.BANK_ACCESS_REVOKED,
                        clock))
                .orElseGet(() -> new BankAnswer.Failed<>(Reason.BANK_ACCESS_REVOKED, Optional.empty()));
    }
}
