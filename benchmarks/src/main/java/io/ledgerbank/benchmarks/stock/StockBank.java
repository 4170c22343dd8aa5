package io.ledgerbank.benchmarks.stock;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Followers;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A bank on stock Axon. It takes no idempotency keys and keeps no claims, which favours it. */
public final class StockBank implements AutoCloseable {

    private static final long MOST_MINOR_UNITS = 100;

    /** Not LedgerBank's own configuration file, which would be found on the class path. */
    private static final List<String> PROPERTIES = List.of(
            "spring.config.name=stock-axon",
            "spring.flyway.enabled=false",
            "spring.jpa.hibernate.ddl-auto=create",
            "spring.main.banner-mode=off",
            "logging.level.root=warn",
            "axon.serializer.general=jackson3",
            "axon.serializer.events=jackson3",
            "axon.serializer.messages=jackson3");

    private final AtomicLong orders = new AtomicLong();
    private final ConfigurableApplicationContext context;

    private StockBank(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** As Spring Boot picks it. */
    public static StockBank asItComes(BenchmarkDatabase database) {
        return start(database, StockAxon.class);
    }

    public static StockBank withCachedJdbc(BenchmarkDatabase database) {
        return start(database, StockAxon.class, CachedJdbc.class);
    }

    /** As Spring Boot picks it, with a projection fed by a pooled processor. */
    public static StockBank withPooledProjection(BenchmarkDatabase database) {
        return start(database, StockAxon.class, SeenPaymentsConfiguration.class);
    }

    private static StockBank start(BenchmarkDatabase database, Class<?>... sources) {
        List<String> properties = new ArrayList<>(PROPERTIES);
        properties.addAll(database.superuserProperties());
        return new StockBank(new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new)));
    }

    public CommandGateway commands() {
        return context.getBean(CommandGateway.class);
    }

    public DataSource database() {
        return context.getBean(DataSource.class);
    }

    public Followers followers() {
        return new Followers(context.getBean(Configuration.class), List::of);
    }

    /** The classes that Axon chose, for the notes. */
    public String infrastructure() {
        return "%s, %s"
                .formatted(
                        context.getBean(EventStorageEngine.class).getClass().getSimpleName(),
                        context.getBean(CommandBus.class).getClass().getSimpleName());
    }

    /** @return the payment, which is done */
    public PaymentId transfer(Accounts accounts) {
        Accounts.Pair pair = accounts.anyPair();
        PaymentId id = PaymentId.next();
        PaymentOrder order = new PaymentOrder.Transfer(
                pair.debtor(),
                pair.creditor(),
                new Money(1 + ThreadLocalRandom.current().nextLong(MOST_MINOR_UNITS), Accounts.POUNDS),
                "Benchmark " + orders.incrementAndGet(),
                Optional.empty(),
                Priority.NORMAL);
        commands().sendAndWait(new CreatePayment(id, order, accounts.owner()));
        return id;
    }

    @Override
    public void close() {
        context.close();
    }
}
