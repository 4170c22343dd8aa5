package io.ledgerbank.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With read models of its own: other tests write into theirs what their log does not have. */
@TestPropertySource(properties = "spring.application.name=rebuilding")
abstract class RebuildCase extends ReadModelTest {

    static final Caller ADMIN = new Caller(UserId.next(), Role.ADMIN);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Rebuilds rebuilds;

    @Autowired
    AccountQueries accounts;

    @Autowired
    DataSource dataSource;

    Rebuild finished(Rebuild rebuild) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rebuilds.find(rebuild.projection(), rebuild.id(), STAFF), now -> switch (now.state()) {
                    case RUNNING, COMPARING, ROLLING_BACK -> false;
                    case SWAPPED, ROLLED_BACK, CANCELLED, FAILED -> true;
                });
    }

    static void refused(Reason reason, Runnable act) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    static EntryFilter everything() {
        return new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
