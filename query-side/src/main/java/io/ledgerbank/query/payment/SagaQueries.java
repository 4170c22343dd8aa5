package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers to staff how the sagas of external payments fare. Thread-safe. */
public class SagaQueries {

    private final SagaRows sagas;
    private final SagaCounts counts;
    private final EventLog log;
    private final SagaStories stories;
    private final EntityManager entities;
    private final FailedWork failedWork;
    private final Clock clock;

    SagaQueries(
            SagaRows sagas,
            SagaCounts counts,
            EventLog log,
            SagaStories stories,
            EntityManager entities,
            FailedWork failedWork,
            Clock clock) {
        this.sagas = sagas;
        this.counts = counts;
        this.log = log;
        this.stories = stories;
        this.entities = entities;
        this.failedWork = failedWork;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public Page<SagaDetails> sagas(SagaFilter filter, Paging paging, Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        DeadSagas dead = new DeadSagas(failedWork.open());
        String inState = dead.condition(filter.state());
        return Listing.of(SagaRow.class, "readmodel.saga", SortColumn.time("started_at"))
                .whereGiven(inState, "state", filter.state().map(Enum::name))
                .given("dead", Optional.of(dead.ids()).filter(ids -> inState.contains(":dead")))
                .whereGiven("step = :step", "step", filter.step().map(Enum::name))
                .whereGiven(
                        "state IN (:statesOfStep)",
                        "statesOfStep",
                        filter.step().map(SagaState::namesOf))
                .whereGiven("last_reason = :reason", "reason", filter.reason().map(Reason::code))
                .whereGiven("bank_code = :bank", "bank", filter.bankCode().map(BankCode::value))
                .whereGiven(
                        "started_at <= :startedBy",
                        "startedBy",
                        filter.olderThan().map(now::minus))
                .page(entities, paging)
                .map(saga -> dead.shown(saga.details(now)));
    }

    /**
     * Those that these payments have, in no particular order.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<SagaDetails> sagas(List<PaymentId> payments, Caller caller) {
        caller.requireStaff();
        DeadSagas dead = new DeadSagas(failedWork.open());
        Instant now = clock.instant();
        return sagas.findByPaymentIdIn(payments.stream().map(PaymentId::value).toList()).stream()
                .map(saga -> dead.shown(saga.details(now)))
                .toList();
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public SagaSummary summary(Caller caller) {
        caller.requireStaff();
        DeadSagas dead = new DeadSagas(failedWork.open());
        Instant now = clock.instant();
        return new SagaSummary(
                counts.count(dead),
                Stream.concat(
                                sagas.findFirstByStateOrderByStartedAtAscPositionAsc(SagaState.STUCK).stream(),
                                dead.isEmpty() ? Stream.empty() : sagas.findByPaymentIdIn(dead.ids()).stream())
                        .map(saga -> dead.shown(saga.details(now)))
                        .filter(saga -> saga.state() == SagaState.STUCK)
                        .min(Comparator.comparing(SagaDetails::startedAt)));
    }

    /** @throws RejectedException {@code insufficient_permissions}, or {@code payment_not_found} when it has no saga */
    public SagaHistory saga(PaymentId id, Caller caller) {
        caller.requireStaff();
        SagaRow saga = sagas.findById(id.value()).orElseThrow(() -> PaymentQueries.notFound(id));
        SagaStory story = stories.of(id);
        return new SagaHistory(
                new DeadSagas(failedWork.open()).shown(saga.details(clock.instant())),
                SagaRule.of(saga.progress()),
                story.calls(),
                story.decisions(),
                story.timers(),
                log.ofPayment(id, caller));
    }
}
