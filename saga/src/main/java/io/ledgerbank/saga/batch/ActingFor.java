package io.ledgerbank.saga.batch;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.user.Caller;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Has events that are caused meanwhile name whoever ordered them, and not the system that carries it out. */
interface ActingFor {

    static <T> T call(Caller caller, Supplier<T> action) {
        String before = Objects.requireNonNullElseGet(
                MDC.get(MetadataKeys.ACTOR), () -> Caller.system().toString());
        MDC.put(MetadataKeys.ACTOR, caller.toString());
        try {
            return action.get();
        } finally {
            MDC.put(MetadataKeys.ACTOR, before);
        }
    }
}
