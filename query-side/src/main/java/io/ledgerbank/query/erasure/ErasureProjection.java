package io.ledgerbank.query.erasure;

import io.ledgerbank.api.user.UserForgotten;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps who has been forgotten, and erases them from all read models. What is read from the log after a key was erased says
 * {@code erased} by itself; this is for what was read before.
 */
final class ErasureProjection implements Projection<UserForgotten> {

    private static final String ADD = """
            INSERT INTO readmodel.forgotten (person, position) VALUES (:person, :position)
            ON CONFLICT (person) DO NOTHING""";

    private final JdbcClient jdbc;
    private final Erasing erasing;

    ErasureProjection(JdbcClient jdbc, Erasing erasing) {
        this.jdbc = jdbc;
        this.erasing = erasing;
    }

    @Override
    public Class<UserForgotten> events() {
        return UserForgotten.class;
    }

    @Override
    public void write(List<Recorded<UserForgotten>> batch) {
        for (Recorded<UserForgotten> recorded : batch) {
            jdbc.sql(ADD)
                    .param("person", recorded.event().userId().value())
                    .param("position", recorded.position())
                    .update();
        }
        erasing.erase(Recorded.distinct(batch, event -> event.userId().value()));
    }
}
