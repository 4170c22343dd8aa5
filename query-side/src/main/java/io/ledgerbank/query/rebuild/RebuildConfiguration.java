package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.Tables;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires rebuilds, and begins those that new versions of projections need. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    /** Of a process that carries out a rebuild and is silent; then another goes on. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** In memory there are two pages at most, some 20 MB each with events of 1 kB. */
    static final int PAGE = 20_000;

    private static final int THREADS = 3;

    @Bean
    RebuildTable rebuildTable(JdbcClient jdbc) {
        return new RebuildTable(jdbc, LEASE);
    }

    @Bean
    ShadowTables shadowTables(JdbcClient jdbc) {
        return new ShadowTables(jdbc);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService rebuildThreads() {
        return Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("rebuild-", 0).daemon().factory());
    }

    @Bean
    Rebuilder rebuilder(
            ProjectionProcessors processors,
            RebuildTable rebuilds,
            ShadowTables shadows,
            JdbcOperations database,
            JdbcClient jdbc,
            DataSource dataSource,
            ExecutorService rebuildThreads) {
        return new Rebuilder(
                processors, rebuilds, carryingOut(rebuilds, shadows, database, jdbc, dataSource, rebuildThreads, PAGE));
    }

    static Rebuilding carryingOut(
            RebuildTable rebuilds,
            ShadowTables shadows,
            JdbcOperations database,
            JdbcClient jdbc,
            DataSource dataSource,
            ExecutorService threads,
            int pageSize) {
        TransactionTemplate joining = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Tables live = Tables.live(database);
        CatchingUp catchingUp = new CatchingUp(new Feeding(rebuilds, live, own, threads, pageSize), jdbc, joining);
        Swapping swapping = new Swapping(
                rebuilds, shadows, catchingUp, new Feeding(rebuilds, live, joining, threads, pageSize), jdbc);
        return new Rebuilding(rebuilds, shadows, catchingUp, swapping, joining, dataSource);
    }

    @Bean
    Rebuilds rebuilds(RebuildTable table, ShadowTables shadows, Rebuilder rebuilder, JdbcClient jdbc, Clock clock) {
        return new Rebuilds(table, shadows, rebuilder, jdbc, clock);
    }

    @Bean
    ProjectionReports projectionReports(ProjectionProcessors processors, JdbcClient jdbc) {
        return new ProjectionReports(processors, jdbc);
    }

    /** Begins after the projections that it makes anew, and ends before them. */
    @Bean
    ConfigurerModule rebuilding(Rebuilder rebuilder, Rebuilds rebuilds) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS + 1, () -> {
                rebuilds.beginOutdated();
                rebuilder.start();
            });
            axon.onShutdown(Phase.INBOUND_EVENT_CONNECTORS + 1, rebuilder::stop);
        });
    }
}
