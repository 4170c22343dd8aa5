package io.ledgerbank.app.health;

import com.github.benmanes.caffeine.cache.Ticker;
import io.ledgerbank.command.lane.LaneLife;
import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.ProjectionState;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service is ready when the database answers, commands are decided and whatever follows the log runs. It is found out once
 * a second at most, by one of those who ask, so that asking often costs nobody a connection. Thread-safe.
 */
class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final LaneLife lane;
    private final Configuration axon;
    private final ProjectionProcessors projections;
    private final Lately ready = new Lately(this::isReadyNow, Ticker.systemTicker());

    Readiness(DataSource database, LaneLife lane, Configuration axon, ProjectionProcessors projections) {
        this.database = database;
        this.lane = lane;
        this.axon = axon;
        this.projections = projections;
    }

    boolean isReady() {
        return ready.isSo();
    }

    private boolean isReadyNow() {
        return databaseAnswers() && commandsAreDecided() && processorsRun() && projectionsFollow();
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            LOG.warn("Not ready: the database does not answer: {}", unreachable.getMessage());
            return false;
        }
    }

    private boolean commandsAreDecided() {
        if (lane.isAlive()) {
            return true;
        }
        LOG.warn("Not ready: no commands are decided");
        return false;
    }

    private boolean processorsRun() {
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        return processing == null
                || processing.eventProcessors().values().stream().allMatch(Readiness::runs);
    }

    private boolean projectionsFollow() {
        return projections.states().stream().allMatch(Readiness::follows);
    }

    private static boolean follows(ProjectionState projection) {
        return switch (projection.activity()) {
            case FOLLOWING, ELSEWHERE -> true;
            case STOPPED, FAILING -> {
                LOG.warn(
                        "Not ready: the projection {} does not follow the log",
                        projection.name().code());
                yield false;
            }
        };
    }

    private static boolean runs(EventProcessor processor) {
        if (processor.isRunning() && !isFailing(processor)) {
            return true;
        }
        LOG.warn("Not ready: the event processor {} does not run or makes no progress", processor.getName());
        return false;
    }

    /** One that tries again and again calls itself neither stopped nor in error. */
    private static boolean isFailing(EventProcessor processor) {
        return processor.isError()
                || processor instanceof StreamingEventProcessor following
                        && following.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }
}
