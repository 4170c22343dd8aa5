package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessageHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who follow the log on this node, by their names. Thread-safe. */
public final class Followers {

    private final ParkedEvents parked;
    private final DataSource dataSource;
    private final Map<String, CarefulHandler> followers = new ConcurrentHashMap<>();

    Followers(DataSource dataSource, MeterRegistry meters, Clock clock) {
        this.parked = new ParkedEvents(JdbcClient.create(dataSource), meters, clock);
        this.dataSource = dataSource;
    }

    /** The handlers of one follower, such that an event which they cannot handle holds up its stream alone. */
    public CarefulHandler careful(String follower, EventMessageHandler... handlers) {
        CarefulHandler careful = new CarefulHandler(follower, List.of(handlers), parked, dataSource);
        followers.put(follower, careful);
        return careful;
    }

    /** @throws RejectedException {@code configuration_error} when nobody follows under this name on this node */
    CarefulHandler named(String follower) {
        return Optional.ofNullable(followers.get(follower))
                .orElseThrow(() -> new RejectedException(
                        Reason.CONFIGURATION_ERROR, "This node has no follower of the log named " + follower));
    }
}
