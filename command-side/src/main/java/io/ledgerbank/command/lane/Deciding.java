package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.PostgresErrors;
import io.ledgerbank.command.eventlog.Staged;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Decides one command in a unit of work nested in that of its batch. A refusal before the first event leaves the unit's
 * aggregates as they were, so they stay in the cache. Thread-safe as far as interceptors are concerned.
 */
final class Deciding {

    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final CommandBusSpanFactory spans;

    Deciding(CommandBusSpanFactory spans) {
        this.spans = spans;
    }

    Registration register(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    /** @throws SpoiledBatch when the command failed and its traces cannot be taken out of the batch */
    ResultMessage<?> decide(QueuedCommand<?, ?> queued) {
        return spans.createHandleCommandSpan(queued.command(), false).runSupplier(() -> nested(queued));
    }

    private ResultMessage<?> nested(QueuedCommand<?, ?> queued) {
        DefaultUnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(queued.command());
        AtomicBoolean handedOver = new AtomicBoolean();
        unit.onPrepareCommit(decided -> handedOver.set(true));
        InterceptorChain chain = new DefaultInterceptorChain<>(unit, interceptors, queued.handler());
        ResultMessage<?> result = unit.executeWithResult(chain::proceed, failure -> !isRefusal(failure, unit));
        if (unit.isRolledBack() && (handedOver.get() || failedInDatabase(result.exceptionResult()))) {
            throw new SpoiledBatch(result.exceptionResult());
        }
        return result;
    }

    private static boolean isRefusal(Throwable failure, UnitOfWork<?> unit) {
        return failure instanceof RejectedException && Staged.in(unit).isEmpty();
    }

    /** A failed statement leaves PostgreSQL's transaction good for nothing but its rollback. */
    private static boolean failedInDatabase(Throwable failure) {
        return PostgresErrors.isOfDatabase(failure);
    }
}
