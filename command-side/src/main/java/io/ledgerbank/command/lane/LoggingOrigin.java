package io.ledgerbank.command.lane;

import io.ledgerbank.api.audit.MetadataKeys;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;

/** Lets the lane's log lines tell whose command they are about. */
final class LoggingOrigin implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final List<String> KEYS = List.of(MetadataKeys.CORRELATION_ID, MetadataKeys.ACTOR);

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        for (String key : KEYS) {
            if (unit.getMessage().getMetaData().get(key) instanceof String origin) {
                MDC.put(key, origin);
            }
        }
        try {
            return chain.proceed();
        } finally {
            KEYS.forEach(MDC::remove);
        }
    }
}
