package io.ledgerbank.app.story;

import io.ledgerbank.LedgerBank;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this JVM on a database that somebody else runs, with a simulated bank beside it. */
final class ExternalDatabaseService implements AutoCloseable {

    static final String ADMIN_EMAIL = "first.admin@example.com";
    static final String ADMIN_PASSWORD = "the-first-admins-password";

    private final BankSimulator bank;
    private final ConfigurableApplicationContext context;

    private ExternalDatabaseService(BankSimulator bank, ConfigurableApplicationContext context) {
        this.bank = bank;
        this.context = context;
    }

    static ExternalDatabaseService start(Path folder, String... databaseProperties) {
        BankSimulator bank = BankSimulator.start(SimulatorSettings.withJournal(folder.resolve("journal")));
        List<String> properties = new ArrayList<>(List.of(databaseProperties));
        properties.addAll(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "management.server.port=0",
                "ledgerbank.accounts.daily-limit.checking=1000000",
                "ledgerbank.jwt.secret=a-secret-for-tests-of-more-than-32-bytes",
                "ledgerbank.admin.email=" + ADMIN_EMAIL,
                "ledgerbank.admin.password=" + ADMIN_PASSWORD,
                "ledgerbank.banks.directory[0].code=SIMBANK",
                "ledgerbank.banks.directory[0].name=Simulated Bank",
                "ledgerbank.banks.directory[0].country=GB",
                "ledgerbank.banks.directory[0].api-endpoint=" + bank.url()));
        String[] arguments = properties.stream().map("--"::concat).toArray(String[]::new);
        return new ExternalDatabaseService(bank, SpringApplication.run(LedgerBank.class, arguments));
    }

    String url() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        context.close();
        bank.close();
    }
}
