package io.ledgerbank.saga.work;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.user.Caller;
import org.slf4j.MDC;

/** The conversation and the actor that log lines and commands are stamped with while an item is dealt with. */
record WorkContext(String correlationId) {

    static WorkContext of(WorkItem item) {
        return new WorkContext(item.correlationId());
    }

    void run(Runnable action) {
        try (var correlation = MDC.putCloseable(MetadataKeys.CORRELATION_ID, correlationId);
                var actor = MDC.putCloseable(MetadataKeys.ACTOR, Caller.system().toString())) {
            action.run();
        }
    }
}
