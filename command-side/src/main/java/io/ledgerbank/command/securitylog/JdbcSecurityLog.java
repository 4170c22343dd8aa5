package io.ledgerbank.command.securitylog;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Keeps security events in {@code identity.security_event}, to which the service may only add. */
final class JdbcSecurityLog implements SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSecurityLog.class);
    private static final int LONGEST = 256;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSecurityLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void record(SecurityEvent event) {
        try {
            insert(event);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A security event was not kept: {} of {}", event.kind(), event.action(), e);
        }
    }

    private void insert(SecurityEvent event) {
        jdbc.sql("INSERT INTO identity.security_event"
                        + " (occurred_at, kind, actor, subject, reason, action, resource, network, correlation_id)"
                        + " VALUES (:at, :kind, :actor, :subject, :reason, :action, :resource, :network, :correlation)")
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", event.kind().name())
                .param("actor", id(event.actor()))
                .param("subject", id(event.subject()))
                .param("reason", event.reason().map(reason -> reason.code()).orElse(null))
                .param("action", bounded(event.action()))
                .param("resource", bounded(event.resource()))
                .param("network", ClientNetwork.of(event.address()))
                .param(
                        "correlation",
                        bounded(Optional.ofNullable(MDC.get(MetadataKeys.CORRELATION_ID))
                                .orElse("")))
                .update();
    }

    private static @Nullable Object id(Optional<UserId> user) {
        return user.map(UserId::value).orElse(null);
    }

    /** Clients write addresses; nothing of them but printable ASCII goes anywhere. */
    private static String bounded(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
