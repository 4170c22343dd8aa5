package io.ledgerbank.command.idempotency;

import static io.ledgerbank.command.testing.People.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that is impatient enough sends its request twice into one batch. */
class RepeatingWithinABatchTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final JdbcAnswers answers = new JdbcAnswers(new SpringDataSourceConnectionProvider(database.dataSource()));
    private final AtomicInteger decisions = new AtomicInteger();

    @Test
    void a_request_is_decided_once_and_answered_twice() {
        CommandMessage<?> request = request("the same");
        UnitOfWork<?> batch = begin(request);

        ResultMessage<?> first = decide(request);
        ResultMessage<?> second = decide(request);
        batch.commit();

        assertThat(first.exceptionResult())
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.INSUFFICIENT_FUNDS));
        assertThat(second.getPayload()).isInstanceOf(Answer.Refused.class);
        assertThat(decisions).hasValue(1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void another_request_under_the_key_is_refused() {
        UnitOfWork<?> batch = begin(request("one"));

        decide(request("one"));
        ResultMessage<?> second = decide(request("another"));
        batch.commit();

        assertThat(second.exceptionResult())
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED));
        assertThat(decisions).hasValue(1);
    }

    private UnitOfWork<?> begin(CommandMessage<?> request) {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        new KnownAnswers(answers).open(batch, List.of(request, request));
        return batch;
    }

    private ResultMessage<?> decide(CommandMessage<?> request) {
        DefaultUnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(request);
        return unit.executeWithResult(
                () -> new FirstAnswers(answers).handle(unit, () -> {
                    decisions.incrementAndGet();
                    throw new RejectedException(Reason.INSUFFICIENT_FUNDS, "There is nothing");
                }),
                failure -> false);
    }

    private static CommandMessage<?> request(String body) {
        return GenericCommandMessage.<Object>asCommandMessage("command")
                .andMetaData(RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of("body", body))
                        .asMetaData());
    }

    private long kept() {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT count(*) FROM eventlog.claim")
                .query(Long.class)
                .single();
    }
}
