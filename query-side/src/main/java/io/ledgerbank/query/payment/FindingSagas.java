package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.payment.SagaFinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds sagas in their read model. Thread-safe. */
final class FindingSagas implements SagaFinder {

    private final JdbcClient jdbc;
    private final FailedWork failedWork;
    private final Clock clock;

    FindingSagas(JdbcClient jdbc, FailedWork failedWork, Clock clock) {
        this.jdbc = jdbc;
        this.failedWork = failedWork;
        this.clock = clock;
    }

    @Override
    public List<Found> find(SagaCriteria criteria, int most) {
        Conditions conditions = new Conditions();
        conditions.given(
                DeadSagas.STATE + " = :state", "state", criteria.state().map(FindingSagas::state));
        conditions.parameters.put("dead", new DeadSagas(failedWork.open()).ids());
        conditions.given("step = :step", "step", criteria.step().map(Enum::name));
        conditions.given("state IN (:states)", "states", criteria.step().map(SagaState::namesOf));
        conditions.given("last_reason = :reason", "reason", criteria.reason().map(Reason::code));
        conditions.given("bank_code = :bank", "bank", criteria.bankCode().map(bank -> bank.value()));
        conditions.given(
                "started_at <= :startedBy",
                "startedBy",
                criteria.olderThan().map(age -> Timestamp.from(clock.instant().minus(age))));
        return jdbc.sql("SELECT payment_id, amount, currency FROM readmodel.saga " + conditions.where()
                        + " ORDER BY started_at, position LIMIT " + most)
                .params(conditions.parameters)
                .query((row, number) -> new Found(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")))))
                .list();
    }

    private static String state(String name) {
        return Arrays.stream(SagaState.values())
                .map(SagaState::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        Reason.INVALID_STATUS, "The state is one of " + List.of(SagaState.values())));
    }

    /** SQL written here in the house; what a client sent goes into parameters only. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        void given(String condition, String parameter, Optional<?> value) {
            value.ifPresent(present -> {
                all.add(condition);
                parameters.put(parameter, present);
            });
        }

        String where() {
            return all.isEmpty() ? "" : "WHERE " + String.join(" AND ", all);
        }
    }
}
