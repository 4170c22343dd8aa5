package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.eventlog.ClaimResult;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets the answer to a repeatable command commit together with the command's events. */
final class KeepingAnswers implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String STREAM = "idempotencyStream";

    private final Answers answers;

    KeepingAnswers(Answers answers) {
        this.answers = answers;
    }

    /** Registers only after the handler has run: the events are then appended before the answer refers to them. */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object result = chain.proceed();
        RepeatableRequest.in(unitOfWork.getMessage().getMetaData())
                .ifPresent(request -> unitOfWork.onPrepareCommit(unit -> keep(request, unit.getMessage())));
        return result;
    }

    private void keep(RepeatableRequest request, CommandMessage<?> command) {
        String streamId = String.valueOf(command.getMetaData().get(STREAM));
        if (answers.keep(request, streamId) == ClaimResult.TAKEN) {
            throw new AnsweredElsewhere();
        }
    }
}
