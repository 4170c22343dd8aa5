package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.eventlog.Staged;
import io.ledgerbank.command.eventlog.WithBatch;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets the answer to a repeatable command commit together with the command's events. */
final class KeepingAnswers implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String BATCH = KeepingAnswers.class.getName();

    static final String STREAM = "idempotencyStream";

    private final Answers answers;

    KeepingAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object result = chain.proceed();
        RepeatableRequest.in(unitOfWork.getMessage().getMetaData()).ifPresent(request -> keep(request, unitOfWork));
        return result;
    }

    private void keep(RepeatableRequest request, UnitOfWork<? extends CommandMessage<?>> unit) {
        String streamId = String.valueOf(unit.getMessage().getMetaData().get(STREAM));
        long sequence = Staged.lastSequence(unit, streamId)
                .orElseThrow(() -> new IllegalStateException("Nothing has happened to " + streamId));
        WithBatch.<Answers.Kept>of(unit, BATCH, answers::keep)
                .add(unit, new Answers.Kept(request, new Answer.Done(streamId, sequence)));
    }
}
