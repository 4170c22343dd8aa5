package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.Staged;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Answers a repeatable command with its first answer, and lets a new answer commit together with the command's events.
 * Decided refusals (409 and 422) are answers, too.
 */
final class FirstAnswers implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String STREAM = "idempotencyStream";

    private static final long FIRST = 0;
    private static final Set<Integer> DECIDED = Set.of(409, 422);

    private final Answers answers;

    FirstAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        Optional<RepeatableRequest> request =
                RepeatableRequest.in(unit.getMessage().getMetaData());
        return request.isPresent() ? once(request.get(), unit, chain) : chain.proceed();
    }

    private Object once(RepeatableRequest request, UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        Optional<Answer> first = first(request, unit);
        if (first.isPresent()) {
            return first.get();
        }
        String streamId = String.valueOf(unit.getMessage().getMetaData().get(STREAM));
        try {
            Object result = chain.proceed();
            keep(request, answer(result, streamId, unit), unit, unit);
            return result;
        } catch (RejectedException refused) {
            if (isDecided(refused.reason())) {
                keep(request, new Answer.Refused(streamId, refused.rejection()), unit, unit.root());
            }
            throw refused;
        }
    }

    private Optional<Answer> first(RepeatableRequest request, UnitOfWork<?> unit) {
        Optional<Answers.Kept> first =
                NewAnswers.find(unit, answers, request.key()).or(() -> KnownAnswers.in(unit, request.key()));
        return first.map(kept -> {
            if (!kept.request().equals(request)) {
                throw Idempotency.reused();
            }
            return kept.answer();
        });
    }

    /** @param owner with whose rollback the answer is forgotten */
    private void keep(RepeatableRequest request, Answer answer, UnitOfWork<?> unit, UnitOfWork<?> owner) {
        NewAnswers.of(unit, answers).add(owner, new Answers.Kept(request, answer));
    }

    /** What waits for a second person has changed nothing but the request for one, which is open since its first event. */
    private static Answer answer(Object result, String streamId, UnitOfWork<?> unit) {
        if (result instanceof Decision.Proposed<?> proposed) {
            return new Answer.Done(proposed.approval().id().toString(), FIRST);
        }
        long sequence = Staged.lastSequence(unit, streamId)
                .orElseThrow(() -> new IllegalStateException("Nothing has happened to " + streamId));
        return new Answer.Done(streamId, sequence);
    }

    private static boolean isDecided(Reason reason) {
        return DECIDED.contains(reason.status()) && reason != Reason.IDEMPOTENCY_KEY_IN_FLIGHT;
    }
}
