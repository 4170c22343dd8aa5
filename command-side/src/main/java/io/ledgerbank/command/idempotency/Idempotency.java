package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Lets a repeatable command happen once: whoever repeats it gets the first answer again, a decided refusal (409 or 422)
 * included. Safe for use by many threads; answers hold across nodes and restarts.
 */
public final class Idempotency {

    private final CommandGateway commands;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Idempotency(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * @throws RejectedException as the command was refused, now or at first; {@code idempotency_key_reused} when the key
     *     stands for another request; {@code idempotency_key_in_flight} while the first is still being decided
     */
    public <R> R once(Repeatable<R> repeatable) {
        String key = repeatable.request().key();
        if (!inFlight.add(key)) {
            throw inFlight();
        }
        try {
            return answered(commands.<Object>sendAndWait(message(repeatable)), repeatable);
        } finally {
            inFlight.remove(key);
        }
    }

    @SuppressWarnings("unchecked") // The command's handler answers what the repeatable promises.
    private static <R> R answered(Object result, Repeatable<R> repeatable) {
        return result instanceof Answer first ? replay(first, repeatable) : (R) result;
    }

    private static <R> R replay(Answer answer, Repeatable<R> repeatable) {
        repeatable.whenReplayed().run();
        return switch (answer) {
            case Answer.Done done -> repeatable.rendering().at(done.streamId(), done.sequence());
            case Answer.Refused refused -> throw new RejectedException(refused.rejection());
        };
    }

    private static Object message(Repeatable<?> repeatable) {
        Map<String, String> metaData = new HashMap<>(repeatable.request().asMetaData());
        metaData.put(FirstAnswers.STREAM, repeatable.streamId().toString());
        return GenericCommandMessage.asCommandMessage(repeatable.command()).andMetaData(metaData);
    }

    static RejectedException inFlight() {
        return new RejectedException(
                Reason.IDEMPOTENCY_KEY_IN_FLIGHT, "The first request with this key is still being decided");
    }
}
