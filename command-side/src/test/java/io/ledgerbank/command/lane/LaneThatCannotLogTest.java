package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.ledgerbank.command.lane.LaneNode.Put;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Everything that goes wrong in the lane is logged; here logging fails, too. */
@Timeout(60)
class LaneThatCannotLogTest extends TwoJars {

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final TurboFilter failing = new Failing();

    @AfterEach
    void logging_works_again() {
        logging.getTurboFilterList().remove(failing);
    }

    @Test
    void the_lane_outlives_it() throws Exception {
        logging.addTurboFilter(failing);

        node.bus.dispatch(GenericCommandMessage.asCommandMessage(new Put("A", 1)), (command, result) -> {
            throw new IllegalStateException("The sender does not want to know");
        });
        node.commands
                .<Object>send(new Put("B", 300))
                .handle((done, failure) -> done)
                .get(30, TimeUnit.SECONDS);
        Object answer = node.commands.send(new Put("B", 20)).get(30, TimeUnit.SECONDS);

        assertThat(answer).isEqualTo("done");
        assertThat(failed).isTrue();
        assertThat(node.isAlive()).isTrue();
    }

    @Test
    void a_lane_that_was_closed_does_not_pretend_to_be_alive() {
        node.close();

        assertThat(node.isAlive()).isFalse();
    }

    private final class Failing extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable t) {
            if (level.isGreaterOrEqual(Level.WARN) && logger.getName().startsWith("io.ledgerbank.command.lane.")) {
                failed.set(true);
                throw new StackOverflowError("While logging");
            }
            return FilterReply.NEUTRAL;
        }
    }
}
