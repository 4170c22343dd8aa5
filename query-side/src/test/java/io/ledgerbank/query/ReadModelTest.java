package io.ledgerbank.query;

import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectedPosition;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A running query house over a log and read models in PostgreSQL. All tests share it, so each makes accounts and users of
 * its own and looks at those.
 */
@SpringBootTest(classes = QueryTestApplication.class)
public abstract class ReadModelTest {

    protected static final Caller STAFF = new Caller(UserId.next(), Role.SUPPORT);

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private EventStore store;

    @Autowired
    private TransactionManager transactions;

    protected Books books;
    protected final UserId alice = UserId.next();
    protected final UserId bob = UserId.next();
    protected final Caller asAlice = new Caller(alice, Role.USER);
    protected final Caller asBob = new Caller(bob, Role.USER);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = TestPostgres.freshDatabase("eventlog", "readmodel");
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", database::username);
        properties.add("spring.datasource.password", database::password);
    }

    @BeforeEach
    void open_the_books() {
        books = new Books(store, transactions);
    }

    protected static Paging first(int limit) {
        return new Paging(limit, Optional.empty());
    }

    protected void allCaughtUp() {
        caughtUp(ProjectionName.values());
    }

    /** A projection that has no use for the last events tells only about once a second that it has passed them. */
    protected void caughtUp(ProjectionName... projections) {
        long head = head();
        await().atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Arrays.stream(projections).allMatch(name -> position(name) >= head));
    }

    protected long head() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM eventlog.event")
                .query(Long.class)
                .single();
    }

    protected long position(ProjectionName name) {
        return jdbc.sql(ProjectedPosition.SELECT)
                .param("projection", name.code())
                .query((row, number) -> ProjectedPosition.of(row))
                .optional()
                .orElse(0L);
    }
}
