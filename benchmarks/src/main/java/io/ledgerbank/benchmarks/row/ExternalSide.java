package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.Settings;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Acknowledged;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.bank.ExternalPayments;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.benchmarks.load.Watching;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.HostedBank;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A LedgerBank that pays into another bank, and callers who wait until they see that it has. */
final class ExternalSide implements AutoCloseable {

    private static final BankCode SIMBANK = new BankCode("SIMBANK");
    private static final String SETTLED =
            "SELECT id FROM readmodel.payment WHERE id = ANY (?) AND status = 'COMPLETED'";

    private final Bank bank;
    private final BankSimulator simulator;
    private final Settings settings;
    private final ExternalPayments payments;
    private final Watching watching;
    private final Acknowledged acknowledged = new Acknowledged();

    private ExternalSide(
            Bank bank, BankSimulator simulator, Settings settings, ExternalPayments payments, Watching watching) {
        this.bank = bank;
        this.simulator = simulator;
        this.settings = settings;
        this.payments = payments;
        this.watching = watching;
    }

    static String[] settings(BankSimulator simulator, String... more) {
        return Stream.concat(
                        Stream.of(
                                "ledgerbank.banks.directory[0].code=" + SIMBANK,
                                "ledgerbank.banks.directory[0].name=Simulated Bank",
                                "ledgerbank.banks.directory[0].country=GB",
                                "ledgerbank.banks.directory[0].api-endpoint=" + simulator.url()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    static ExternalSide of(Bank bank, BenchmarkDatabase database, BankSimulator simulator, Settings settings)
            throws Exception {
        Accounts accounts = Accounts.open(bank.commands(), new Caller(UserId.next(), Role.USER), settings.accounts());
        return new ExternalSide(
                bank,
                simulator,
                settings,
                new ExternalPayments(bank, accounts, SIMBANK),
                new Watching(database.connect(), SETTLED));
    }

    /** Payments a second that were ordered, executed by the bank, recorded as settled, and seen to be. */
    List<Value> settled(Duration time) throws Exception {
        Rate rate = settings.callers().ask(time, this::pay);
        List<Value> values = new ArrayList<>();
        values.add(Value.count("payments/s", rate.perSecond()));
        values.addAll(rate.latencyValues());
        return values;
    }

    private void pay() throws Exception {
        PaymentId payment = payments.order();
        watching.await(payment.value());
        acknowledged.add(payment);
    }

    /** Whether the bank executed what was ordered, each payment once, and the books say so. */
    String check(String name) throws Exception {
        bank.followers().drain();
        bank.books().requireBalancedReadModel(name);
        return bank.books().checkSettled(name, acknowledged, simulator.executions(HostedBank.SIMBANK));
    }

    @Override
    public void close() throws SQLException {
        watching.close();
    }
}
