package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out a run, bank by bank. A bank that cannot be read is tried again as the catalogue says; after a crash the run
 * goes on with the banks that are left.
 */
final class Reconciling implements Errand {

    static final String KIND = "reconciliation";

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

    private final Banks banks;
    private final BankGateways gateways;
    private final Reading reading;
    private final Matching matching;
    private final Runs runs;
    private final BreakMeters meters;
    private final TransactionOperations transactions;
    private final Duration grace;
    private final Clock clock;

    Reconciling(
            Banks banks,
            BankGateways gateways,
            Reading reading,
            Matching matching,
            Runs runs,
            BreakMeters meters,
            TransactionOperations transactions,
            Duration grace,
            Clock clock) {
        this.banks = banks;
        this.gateways = gateways;
        this.reading = reading;
        this.matching = matching;
        this.runs = runs;
        this.meters = meters;
        this.transactions = transactions;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(WorkItem item) {
        UUID run = UUID.fromString(Errand.about(item));
        int attempt = runs.attempt(run);
        if (attempt > 0) {
            carryOut(run, attempt);
        }
    }

    private void carryOut(UUID run, int attempt) {
        Set<BankCode> done = runs.doneIn(run);
        reading.readOurs();
        List<Reason> troubles = banks.all().stream()
                .filter(bank -> bank.integration().paysOthers())
                .map(Bank::code)
                .filter(bank -> !done.contains(bank))
                .flatMap(bank -> compare(run, bank).stream())
                .toList();
        meters.look();
        Optional<Duration> again = troubles.stream()
                .flatMap(reason -> reason.retryPolicy().delayAfter(attempt).stream())
                .max(Duration::compareTo);
        again.ifPresent(pause -> {
            throw new ComeBackLater(pause, "Banks could not be read: " + troubles);
        });
        runs.end(
                run,
                troubles.isEmpty() ? ReconciliationRun.State.DONE : ReconciliationRun.State.FAILED,
                clock.instant());
        LOG.info("Reconciliation {} has ended{}", run, troubles.isEmpty() ? "" : ", without banks: " + troubles);
    }

    /** @return why the bank could not be compared, if it could not */
    private Optional<Reason> compare(UUID run, BankCode bank) {
        try {
            reading.readTheirs(bank, gateways.of(bank));
        } catch (Reading.Unread unread) {
            LOG.warn("Reconciliation {}: {} cannot be read: {}", run, bank, unread.reason());
            runs.record(
                    run,
                    new ReconciliationRun.Result(
                            bank, ReconciliationRun.State.FAILED, Optional.of(unread.reason()), 0, 0));
            return Optional.of(unread.reason());
        }
        Instant now = clock.instant();
        transactions.executeWithoutResult(transaction -> {
            Matching.Outcome outcome = matching.match(run, bank, now.minus(grace), now);
            runs.record(
                    run,
                    new ReconciliationRun.Result(
                            bank, ReconciliationRun.State.DONE, Optional.empty(), outcome.matched(), outcome.breaks()));
            if (outcome.breaks() > 0) {
                LOG.error("Reconciliation {}: {} and our ledger disagree {} times more", run, bank, outcome.breaks());
            }
        });
        return Optional.empty();
    }
}
