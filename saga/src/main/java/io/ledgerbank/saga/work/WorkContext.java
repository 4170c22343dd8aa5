package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.user.Caller;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** The conversation and the actor that log lines and commands are stamped with while an item is dealt with. */
record WorkContext(String correlationId) {

    static WorkContext of(WorkItem item) {
        return new WorkContext(item.correlationId());
    }

    /** Of an item that may be unreadable, which is then a conversation of its own. */
    static WorkContext ofItemNamed(TaskInstance<?> instance) {
        try {
            return of((WorkItem) instance.getData());
        } catch (RuntimeException unreadable) {
            return new WorkContext(instance.getId());
        }
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    <T> T call(Supplier<T> action) {
        try (var correlation = MDC.putCloseable(MetadataKeys.CORRELATION_ID, correlationId);
                var actor = MDC.putCloseable(MetadataKeys.ACTOR, Caller.system().toString())) {
            return action.get();
        }
    }
}
