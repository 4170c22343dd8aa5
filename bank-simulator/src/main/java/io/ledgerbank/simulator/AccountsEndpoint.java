package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Statements.Account;
import io.ledgerbank.simulator.Statements.Line;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /accounts} and, of one of them, {@code /balance} and {@code /transactions?after=&limit=}. */
final class AccountsEndpoint {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 100;

    record Accounts(List<Account> accounts) {}

    record Balance(String accountId, Amount balance, Instant asOf) {}

    record Transactions(List<Line> transactions, Optional<String> next) {}

    @FunctionalInterface
    private interface Answer {
        Object about(Statements statements, Account account);
    }

    private final PaymentDesk desk;
    private final Clock clock;

    AccountsEndpoint(PaymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void list(Exchange exchange) throws IOException {
        exchange.json(200, new Accounts(statements().accounts()));
    }

    void balance(Exchange exchange, String accountId) throws IOException {
        answer(
                exchange,
                accountId,
                (statements, account) -> new Balance(accountId, statements.balanceOf(account), clock.instant()));
    }

    void transactions(Exchange exchange, String accountId) throws IOException {
        Map<String, String> query = exchange.query();
        if (!Set.of("after", "limit").containsAll(query.keySet())) {
            throw new MalformedRequest("Only after and limit are understood here");
        }
        int after = number(query, "after", 0, Integer.MAX_VALUE, 0);
        int limit = number(query, "limit", 1, MOST, DEFAULT_LIMIT);
        answer(exchange, accountId, (statements, account) -> {
            List<Line> lines = statements.linesOf(account, after, limit);
            return new Transactions(
                    lines,
                    lines.size() < limit
                            ? Optional.empty()
                            : Optional.of(lines.getLast().transactionId()));
        });
    }

    private void answer(Exchange exchange, String accountId, Answer answer) throws IOException {
        Statements statements = statements();
        Optional<Account> account = statements.account(accountId);
        if (account.isPresent()) {
            exchange.json(200, answer.about(statements, account.get()));
        } else {
            exchange.problem(404, "Not Found", "This bank keeps no such account; GET /accounts lists them");
        }
    }

    private Statements statements() {
        return new Statements(desk.decisions());
    }

    private static int number(Map<String, String> query, String name, int least, int most, int otherwise) {
        if (!query.containsKey(name)) {
            return otherwise;
        }
        String text = query.getOrDefault(name, "");
        return Ranged.number(name, text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null, least, most);
    }
}
