package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One of the hosted banks with everything that it answers to. */
final class Branch implements AutoCloseable {

    private static final String ONE_PAYMENT = "/payments/";
    private static final String ONE_ACCOUNT = "/accounts/";
    private static final String BALANCE = "/balance";
    private static final String TRANSACTIONS = "/transactions";

    private final Dialect dialect;
    private final PaymentDesk desk;
    private final PaymentsEndpoint payments;
    private final JournalEndpoint journal;
    private final FaultsEndpoint faults;
    private final AccountsEndpoint accounts;
    private final OverviewEndpoint overview = new OverviewEndpoint();

    @FunctionalInterface
    private interface Action {
        void on(Exchange exchange) throws IOException;
    }

    private Branch(
            Dialect dialect,
            PaymentDesk desk,
            FaultBook faultBook,
            Notifier notifier,
            Pause pause,
            SimulatorSettings settings) {
        this.dialect = dialect;
        this.desk = desk;
        this.payments = new PaymentsEndpoint(desk, faultBook, notifier, pause, settings);
        this.journal = new JournalEndpoint(desk);
        this.faults = new FaultsEndpoint(faultBook);
        this.accounts = new AccountsEndpoint(desk, settings.clock());
    }

    static Branch open(HostedBank bank, Notifier notifier, Pause pause, SimulatorSettings settings) {
        FaultBook faults = new FaultBook(bank);
        PaymentDesk desk = new PaymentDesk(bank.journal(settings.journal()), faults, settings.clock());
        return new Branch(bank.dialect(), desk, faults, notifier, pause, settings);
    }

    List<String> executions() {
        return desk.decisions().stream()
                .filter(decision -> !(decision instanceof Rejected))
                .map(JournalRecord::instructionId)
                .toList();
    }

    /** @param path below the bank's own */
    void answer(Exchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> only(exchange, Map.of("GET", overview::show));
            case "/health" -> only(exchange, Map.of("GET", this::health));
            case "/journal" -> only(exchange, Map.of("GET", journal::show));
            case "/payments" -> only(exchange.speaking(dialect), Map.of("POST", payments::receive));
            case "/faults" ->
                only(exchange, Map.of("GET", faults::show, "PUT", faults::replace, "DELETE", faults::clear));
            case "/accounts" -> only(exchange.speaking(dialect), Map.of("GET", accounts::list));
            default -> answerAboutOne(exchange.speaking(dialect), path);
        }
    }

    private void answerAboutOne(Exchange exchange, String path) throws IOException {
        String payment = between(ONE_PAYMENT, path, "");
        String balance = between(ONE_ACCOUNT, path, BALANCE);
        String transactions = between(ONE_ACCOUNT, path, TRANSACTIONS);
        if (PaymentRequest.isInstructionId(payment)) {
            only(exchange, Map.of("GET", inquiry -> payments.inquire(inquiry, payment)));
        } else if (!balance.isEmpty()) {
            only(exchange, Map.of("GET", question -> accounts.balance(question, balance)));
        } else if (!transactions.isEmpty()) {
            only(exchange, Map.of("GET", question -> accounts.transactions(question, transactions)));
        } else {
            exchange.problem(404, "Not Found", "There is nothing here; GET / lists what this bank does");
        }
    }

    /** Empty unless something is there. */
    private static String between(String start, String path, String end) {
        return path.startsWith(start) && path.endsWith(end) && path.length() > start.length() + end.length()
                ? path.substring(start.length(), path.length() - end.length())
                : "";
    }

    private static void only(Exchange exchange, Map<String, Action> actions) throws IOException {
        Action action = actions.get(exchange.method());
        if (action != null) {
            action.on(exchange);
            return;
        }
        String allowed = String.join(", ", actions.keySet().stream().sorted().toList());
        exchange.header("Allow", allowed);
        exchange.problem(405, "Method Not Allowed", "Only " + allowed + " is understood here");
    }

    private void health(Exchange exchange) throws IOException {
        boolean open = desk.isOpen();
        exchange.json(open ? 200 : 503, Map.of("status", open ? "UP" : "DOWN"));
    }

    @Override
    public void close() {
        desk.close();
    }
}
