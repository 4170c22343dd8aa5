package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.ClaimResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Lets a repeatable command happen once: whoever repeats it gets the first answer again, a decided refusal (409 or 422)
 * included. Safe for use by many threads; answers hold across nodes and restarts.
 */
public final class Idempotency {

    private static final Set<Integer> DECIDED = Set.of(409, 422);

    private final CommandGateway commands;
    private final Answers answers;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Idempotency(CommandGateway commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
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
            Optional<Answer> known = answers.find(repeatable.request());
            return known.isPresent() ? replay(known.get(), repeatable) : decide(repeatable);
        } finally {
            inFlight.remove(key);
        }
    }

    private <R> R decide(Repeatable<R> repeatable) {
        try {
            return commands.sendAndWait(message(repeatable));
        } catch (AnsweredElsewhere lost) {
            return replayKept(repeatable);
        } catch (RejectedException refused) {
            if (isDecided(refused.reason()) && keep(refused, repeatable) == ClaimResult.TAKEN) {
                return replayKept(repeatable);
            }
            throw refused;
        }
    }

    private ClaimResult keep(RejectedException refused, Repeatable<?> repeatable) {
        return answers.keep(repeatable.request(), repeatable.streamId().toString(), refused.rejection());
    }

    private <R> R replayKept(Repeatable<R> repeatable) {
        return replay(answers.find(repeatable.request()).orElseThrow(Idempotency::inFlight), repeatable);
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
        metaData.put(KeepingAnswers.STREAM, repeatable.streamId().toString());
        return GenericCommandMessage.asCommandMessage(repeatable.command()).andMetaData(metaData);
    }

    private static boolean isDecided(Reason reason) {
        return DECIDED.contains(reason.status()) && reason != Reason.IDEMPOTENCY_KEY_IN_FLIGHT;
    }

    static RejectedException inFlight() {
        return new RejectedException(
                Reason.IDEMPOTENCY_KEY_IN_FLIGHT, "The first request with this key is still being decided");
    }
}
