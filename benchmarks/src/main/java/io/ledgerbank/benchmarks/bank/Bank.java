package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.LedgerBank;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import io.ledgerbank.command.audit.Ed25519;
import io.ledgerbank.command.eventlog.ChainVerifier;
import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.rebuild.Rebuilds;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A LedgerBank in this process, on a database of its own. */
public final class Bank implements AutoCloseable {

    private static final String KEY = "ledgerbank.jwt.secret=a-secret-of-the-benchmarks-and-of-nothing-else";
    private static final String SIGNING_KEY =
            "ledgerbank.signing.key=" + Ed25519.pem(Ed25519.generate().getPrivate());

    private static final String NO_DAILY_LIMIT = "ledgerbank.accounts.daily-limit.checking=10000000000";

    /** All requests come from one address and few users; they are counted all the same. */
    private static final List<String> NO_RATE_LIMIT = List.of(
            "ledgerbank.traffic.per-minute=1000000000",
            "ledgerbank.traffic.logins-per-minute=1000000000",
            "ledgerbank.traffic.notifications-per-minute=1000000000");

    private final ConfigurableApplicationContext context;

    private Bank(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** As it ships, HTTP included: the jar's own configuration, but for its ports. */
    public static Bank shipped(BenchmarkDatabase database, String... settings) {
        List<String> properties = new ArrayList<>(database.serviceProperties());
        properties.addAll(List.of(
                KEY, SIGNING_KEY, "server.port=0", "management.server.port=0", "logging.level.io.ledgerbank=error"));
        properties.addAll(NO_RATE_LIMIT);
        properties.add(NO_DAILY_LIMIT);
        properties.addAll(List.of(settings));
        return new Bank(new SpringApplicationBuilder(LedgerBank.class, FailingLateConfiguration.class)
                .run(arguments(properties)));
    }

    /** The command side as it ships, with nothing that follows the log beside it. */
    public static Bank withoutProcessors(BenchmarkDatabase database, String... settings) {
        database.migrateLog();
        List<String> properties = new ArrayList<>(database.serviceProperties());
        properties.add("logging.level.io.ledgerbank=error");
        properties.add(NO_DAILY_LIMIT);
        properties.addAll(List.of(settings));
        return new Bank(new SpringApplicationBuilder(CommandSide.class, FailingLateConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(arguments(properties)));
    }

    private static String[] arguments(List<String> properties) {
        return properties.stream().map(property -> "--" + property).toArray(String[]::new);
    }

    public CommandGateway commands() {
        return context.getBean(CommandGateway.class);
    }

    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    /** Where it answers HTTP. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public Followers followers() {
        return new Followers(context.getBean(Configuration.class), context.getBean(ProjectionProcessors.class)::states);
    }

    public Rebuilds rebuilds() {
        return context.getBean(Rebuilds.class);
    }

    public Books books() {
        return new Books(context.getBean(ChainVerifier.class), database());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
