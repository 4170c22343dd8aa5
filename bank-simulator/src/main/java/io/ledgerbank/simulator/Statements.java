package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.JournalRecord.ExecutedAgain;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bank's accounts as its journal has them: for each currency the settlement account of those who instruct it, from which
 * everything is paid, and one for each creditor.
 */
final class Statements {

    private static final String SETTLEMENT = "settlement";

    /** An account's id is {@code settlement-GBP}, or the creditor's IBAN in the place of the first word. */
    record Account(String accountId, String name, Optional<String> iban, String currency) {}

    /** @param transactionId the place of the execution among all decisions of the bank, from 1 */
    record Line(
            String transactionId,
            Amount amount,
            Instant bookedAt,
            LocalDate valueDate,
            String instructionId,
            String counterpartyIban,
            String remittanceInformation) {}

    private record Movement(int number, PaymentInstruction order, Instant at, LocalDate valueDate) {}

    private final List<Movement> movements;

    Statements(List<Decided> decisions) {
        List<Movement> executed = new ArrayList<>();
        for (int index = 0; index < decisions.size(); index++) {
            int number = index + 1;
            switch (decisions.get(index)) {
                case Executed(PaymentInstruction order, String _reference, Instant at, LocalDate day) ->
                    executed.add(new Movement(number, order, at, day));
                case ExecutedAgain(PaymentInstruction order, String _reference, Instant at, LocalDate day) ->
                    executed.add(new Movement(number, order, at, day));
                case Rejected _rejected -> {}
            }
        }
        this.movements = List.copyOf(executed);
    }

    /** In the order of their ids. */
    List<Account> accounts() {
        Map<String, Account> accounts = new TreeMap<>();
        for (Movement movement : movements) {
            String currency = movement.order().amount().currency();
            Account settlement =
                    new Account(SETTLEMENT + "-" + currency, "Settlement " + currency, Optional.empty(), currency);
            String iban = movement.order().creditor().iban();
            Account creditor = new Account(
                    iban + "-" + currency, movement.order().creditor().name(), Optional.of(iban), currency);
            accounts.putIfAbsent(settlement.accountId(), settlement);
            accounts.putIfAbsent(creditor.accountId(), creditor);
        }
        return List.copyOf(accounts.values());
    }

    Optional<Account> account(String accountId) {
        return accounts().stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst();
    }

    Amount balanceOf(Account account) {
        BigDecimal sum = movements.stream()
                .filter(movement -> concerns(movement, account))
                .map(movement -> signed(movement, account))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Amount(sum.toPlainString(), account.currency());
    }

    /** Oldest first, behind the line of that number. */
    List<Line> linesOf(Account account, int after, int limit) {
        return movements.stream()
                .filter(movement -> movement.number() > after && concerns(movement, account))
                .limit(limit)
                .map(movement -> line(movement, account))
                .toList();
    }

    private static Line line(Movement movement, Account account) {
        PaymentInstruction order = movement.order();
        return new Line(
                Integer.toString(movement.number()),
                new Amount(signed(movement, account).toPlainString(), account.currency()),
                movement.at(),
                movement.valueDate(),
                order.instructionId(),
                account.iban().isPresent()
                        ? order.debtor().iban()
                        : order.creditor().iban(),
                order.remittanceInformation());
    }

    private static boolean concerns(Movement movement, Account account) {
        return movement.order().amount().currency().equals(account.currency())
                && account.iban()
                        .map(movement.order().creditor().iban()::equals)
                        .orElse(true);
    }

    private static BigDecimal signed(Movement movement, Account account) {
        BigDecimal amount = new BigDecimal(movement.order().amount().amount());
        return account.iban().isPresent() ? amount : amount.negate();
    }
}
