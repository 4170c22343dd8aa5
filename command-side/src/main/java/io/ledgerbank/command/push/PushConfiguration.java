package io.ledgerbank.command.push;

import io.ledgerbank.command.eventlog.CommitPush;
import io.ledgerbank.command.eventlog.LogEventStore;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires how nodes hear of each other's commits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

    private static final int CONNECT_SECONDS = 10;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final NodeId node = NodeId.next();

    @Bean
    PushConnections pushConnections(JdbcConnectionDetails database) {
        return application -> {
            var source = new PGSimpleDataSource();
            source.setUrl(database.getJdbcUrl());
            source.setUser(database.getUsername());
            source.setPassword(database.getPassword());
            source.setApplicationName(application);
            source.setConnectTimeout(CONNECT_SECONDS);
            source.setLoginTimeout(CONNECT_SECONDS);
            source.setSocketTimeout((int) ANSWER.toSeconds());
            source.setTcpKeepAlive(true);
            return source.getConnection();
        };
    }

    @Bean
    CommitAnnouncer commitAnnouncer(PushConnections connections, PushProperties properties) {
        return new CommitAnnouncer(node, connections, properties.shortestInterval());
    }

    @Bean
    CommitPush commitPush(CommitAnnouncer announcer, PushProperties properties) {
        return new CommitPush(announcer::announce, properties.fallbackPoll());
    }

    @Bean
    CommitListener commitListener(PushConnections connections, LogEventStore store) {
        return new CommitListener(node, connections, store::wake);
    }

    @Bean
    PushMetrics pushMetrics(CommitAnnouncer announcer, CommitListener listener) {
        return new PushMetrics(announcer, listener);
    }
}
