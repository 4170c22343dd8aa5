package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Answers to staff how the sagas of external payments fare. Thread-safe. */
public class SagaQueries {

    private final SagaRows sagas;
    private final SagaCounts counts;
    private final EventLog log;
    private final SagaStories stories;
    private final EntityManager entities;
    private final Clock clock;

    SagaQueries(
            SagaRows sagas, SagaCounts counts, EventLog log, SagaStories stories, EntityManager entities, Clock clock) {
        this.sagas = sagas;
        this.counts = counts;
        this.log = log;
        this.stories = stories;
        this.entities = entities;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public Page<SagaDetails> sagas(SagaFilter filter, Paging paging, Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        return Listing.of(SagaRow.class, "readmodel.saga", SortColumn.time("started_at"))
                .whereGiven("state = :state", "state", filter.state().map(Enum::name))
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
                .map(saga -> saga.details(now));
    }

    /**
     * Those that these payments have, in no particular order.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<SagaDetails> sagas(List<PaymentId> payments, Caller caller) {
        caller.requireStaff();
        Instant now = clock.instant();
        return sagas.findByPaymentIdIn(payments.stream().map(PaymentId::value).toList()).stream()
                .map(saga -> saga.details(now))
                .toList();
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public SagaSummary summary(Caller caller) {
        caller.requireStaff();
        return new SagaSummary(
                counts.count(),
                sagas.findFirstByStateOrderByStartedAtAscPositionAsc(SagaState.STUCK)
                        .map(saga -> saga.details(clock.instant())));
    }

    /** @throws RejectedException {@code insufficient_permissions}, or {@code payment_not_found} when it has no saga */
    public SagaHistory saga(PaymentId id, Caller caller) {
        caller.requireStaff();
        SagaRow saga = sagas.findById(id.value()).orElseThrow(() -> PaymentQueries.notFound(id));
        SagaStory story = stories.of(id);
        return new SagaHistory(
                saga.details(clock.instant()),
                SagaRule.of(saga.progress()),
                story.calls(),
                story.decisions(),
                story.timers(),
                log.ofPayment(id, caller));
    }
}
