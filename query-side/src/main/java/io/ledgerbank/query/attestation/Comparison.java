package io.ledgerbank.query.attestation;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.attestation.Report.Compared;
import io.ledgerbank.query.attestation.Scratch.Key;
import io.ledgerbank.query.attestation.Scratch.Limits;
import io.ledgerbank.query.attestation.Scratch.Turnover;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds read models against what the log says. For one thread. */
final class Comparison {

    private static final int MOST_TOLD = 100;

    private final ReadModels models;
    private final List<Compared> compared = new ArrayList<>();
    private final List<Difference> told = new ArrayList<>();
    private int differences;

    Comparison(ReadModels models) {
        this.models = models;
    }

    void compare(Scratch scratch, Limits limits) {
        compare(ReadModels.ACCOUNT, limits.accounts(), accounts(scratch));
        compare(ReadModels.HOLDS, limits.accounts(), holds(scratch));
        compare(ReadModels.ENTRIES, limits.entries(), entries(scratch));
        compare(ReadModels.LEDGER, limits.entries(), ledger(scratch));
        compare(ReadModels.PAYMENT, limits.payments(), payments(scratch));
    }

    List<Compared> compared() {
        return List.copyOf(compared);
    }

    int differences() {
        return differences;
    }

    /** The first of them. */
    List<Difference> told() {
        return List.copyOf(told);
    }

    /** What is left of the log's when all that is shown is through is missing. */
    private void compare(String kind, long position, Map<String, String> log) {
        compared.add(new Compared(kind, position, log.size()));
        models.read(kind, (id, shown) -> {
            String right = log.remove(id);
            if (!shown.equals(right)) {
                add(new Difference(kind, id, right == null ? Difference.NONE : right, shown));
            }
        });
        log.forEach((id, right) -> add(new Difference(kind, id, right, Difference.NONE)));
    }

    private void add(Difference difference) {
        differences++;
        if (told.size() < MOST_TOLD) {
            told.add(difference);
        }
    }

    private static Map<String, String> accounts(Scratch scratch) {
        Map<String, String> accounts = new HashMap<>();
        scratch.accounts.forEach((id, account) -> accounts.put(id.toString(), line(account)));
        return accounts;
    }

    private static String line(AccountDetails account) {
        return "%s %d %d %d %d %d %d %s %s %s"
                .formatted(
                        account.status(),
                        account.posted().minorUnits(),
                        account.held().minorUnits(),
                        account.overdraftLimit().minorUnits(),
                        account.limits().singleLimit().minorUnits(),
                        account.limits().dailyLimit().minorUnits(),
                        account.limits().monthlyLimit().minorUnits(),
                        account.currency(),
                        account.iban(),
                        account.ownerId());
    }

    private static Map<String, String> holds(Scratch scratch) {
        Map<String, String> holds = new HashMap<>();
        scratch.accounts.forEach((id, account) -> {
            if (account.held().isPositive()) {
                holds.put(id.toString(), Long.toString(account.held().minorUnits()));
            }
        });
        return holds;
    }

    private static Map<String, String> entries(Scratch scratch) {
        Map<String, String> entries = new HashMap<>();
        scratch.turnovers.forEach((key, turnover) -> {
            if (key.isCustomers()) {
                entries.put(name(key), sums(turnover) + " " + turnover.lines());
            }
        });
        return entries;
    }

    private static Map<String, String> ledger(Scratch scratch) {
        Map<String, String> ledger = new HashMap<>();
        scratch.turnovers.forEach((key, turnover) -> ledger.put(name(key), sums(turnover)));
        return ledger;
    }

    private static Map<String, String> payments(Scratch scratch) {
        Map<String, String> payments = new HashMap<>();
        scratch.payments.forEach((id, progress) -> payments.put(id.toString(), line(progress)));
        return payments;
    }

    private static String line(PaymentProgress progress) {
        return progress.status() + " " + progress.attempts();
    }

    private static String name(Key key) {
        return key.account() + " " + key.currency();
    }

    private static String sums(Turnover turnover) {
        return turnover.debits() + " " + turnover.credits();
    }
}
