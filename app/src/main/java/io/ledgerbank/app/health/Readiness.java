package io.ledgerbank.app.health;

import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.ProjectionState;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service is ready when the database answers and whatever follows the log runs. Thread-safe. */
class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final Configuration axon;
    private final ProjectionProcessors projections;

    Readiness(DataSource database, Configuration axon, ProjectionProcessors projections) {
        this.database = database;
        this.axon = axon;
        this.projections = projections;
    }

    boolean isReady() {
        return databaseAnswers() && processorsRun() && projectionsFollow();
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException unreachable) {
            LOG.warn("Not ready: the database does not answer: {}", unreachable.getMessage());
            return false;
        }
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
        if (processor.isRunning() && !processor.isError()) {
            return true;
        }
        LOG.warn("Not ready: the event processor {} does not run", processor.getName());
        return false;
    }
}
