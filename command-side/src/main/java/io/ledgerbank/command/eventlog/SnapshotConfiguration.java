package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.Sealing;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires how snapshots are taken and kept. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

    private static final int MOST_SNAPSHOTS_WAITING = 1_000;

    /** @param secret that every node of the service has, and its database has not */
    @Bean
    SnapshotTable snapshotTable(ConnectionProvider connections, SecretKey secret) {
        return new SnapshotTable(connections, new SnapshotSeal(secret));
    }

    @Bean
    Snapshotter snapshotter(
            CommandBus bus,
            TransactionManager transactions,
            SnapshotTable snapshots,
            SeenHeads seen,
            org.axonframework.config.Configuration axon) {
        ThreadPoolExecutor aside = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_SNAPSHOTS_WAITING),
                new AxonThreadFactory("snapshots"));
        axon.onShutdown(aside::shutdown);
        return new SnapshotsAside(bus, aside, transactions, snapshots, seen);
    }

    @Bean
    ConfigurerModule snapshotsAreTakenInTheLane(StoredTypes types, Sealing sealing) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(() -> axon.commandBus()
                .subscribe(
                        TakeSnapshot.class.getName(),
                        new TakingSnapshots(axon::repository, new StoredTypeSerializer(types, sealing)))));
    }
}
