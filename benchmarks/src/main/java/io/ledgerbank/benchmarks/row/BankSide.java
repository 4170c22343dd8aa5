package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.Settings;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Acknowledged;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.bank.Transfers;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.benchmarks.load.Request;
import io.ledgerbank.benchmarks.report.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bank with accounts of its own, put under load by callers in this process. */
final class BankSide {

    static final String DRAIN = "drain ms";
    static final String P99 = "p99 ms";

    private final Bank bank;
    private final Settings settings;
    private final Accounts accounts;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Transfers transfers;

    private BankSide(Bank bank, Settings settings, Accounts accounts) {
        this.bank = bank;
        this.settings = settings;
        this.accounts = accounts;
        this.transfers = new Transfers(bank, accounts, acknowledged);
    }

    static BankSide of(Bank bank, Settings settings) throws Exception {
        return of(bank, settings, new Caller(UserId.next(), Role.USER));
    }

    static BankSide of(Bank bank, Settings settings, Caller owner) throws Exception {
        return new BankSide(bank, settings, Accounts.open(bank.commands(), owner, settings.accounts()));
    }

    Accounts accounts() {
        return accounts;
    }

    Transfers transfers() {
        return transfers;
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Answers a second while nothing follows the log. */
    List<Value> answered(Duration time, String label, Request request) throws Exception {
        Rate rate = settings.callers().ask(time, request);
        return values(label, rate, Duration.ZERO);
    }

    /** Answers a second, the time counted until projections and saga have handled the last of them. */
    List<Value> followed(Duration time, String label, Request request) throws Exception {
        bank.followers().drain();
        Rate rate = settings.callers().ask(time, request);
        Duration drain = bank.followers().drain();
        List<Value> values = values(label, rate, drain);
        values.add(Value.millis(DRAIN, drain));
        return values;
    }

    private static List<Value> values(String label, Rate rate, Duration drain) {
        List<Value> values = new ArrayList<>();
        values.add(Value.count(label, rate.perSecond(drain)));
        values.addAll(rate.latencyValues());
        return values;
    }

    String check(String name) throws SQLException {
        return bank.books().check(name, accounts.money(), acknowledged);
    }

    /** For a bank with projections. */
    String checkWithReadModel(String name) throws Exception {
        bank.followers().drain();
        bank.books().requireBalancedReadModel(name);
        return check(name) + ", trial balance zero";
    }
}
