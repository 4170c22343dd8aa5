package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.LostRace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Lets a repeatable command happen once: whoever repeats it gets the first answer again, a decided refusal (409 or 422)
 * included. Safe for use by many threads; answers hold across nodes and restarts.
 */
public final class Idempotency {

    /** What came of one of several. */
    public sealed interface Result<R> {

        record Answered<R>(R answer) implements Result<R> {}

        record Refused<R>(Rejection rejection) implements Result<R> {}
    }

    private static final int AT_ONCE = 128;

    /** Under the key of a request whose parts have keys and answers of their own. */
    private static final Answer IN_PARTS = new Answer.Done("in parts", 0);

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
            return answered(commands.<Object>sendAndWait(message(repeatable)), repeatable);
        } finally {
            inFlight.remove(key);
        }
    }

    /** As {@link #once} where the caller gave a key; without one, a repeated request is another. */
    public <R> R perhapsOnce(
            Optional<IdempotencyKey> key, Object command, Function<IdempotencyKey, Repeatable<R>> repeatable) {
        return key.isPresent() ? once(repeatable.apply(key.get())) : commands.sendAndWait(command);
    }

    /**
     * The parts of one request, decided in their order and each for itself.
     *
     * @throws RejectedException {@code idempotency_key_reused} before anything is decided, when the key stands for another
     *     request; {@code idempotency_key_in_flight} while they are still being decided
     */
    public <R> List<Result<R>> each(RepeatableRequest whole, List<Repeatable<R>> parts) {
        if (!inFlight.add(whole.key())) {
            throw inFlight();
        }
        try {
            bind(whole);
            List<Result<R>> results = new ArrayList<>(parts.size());
            for (int from = 0; from < parts.size(); from += AT_ONCE) {
                decide(parts.subList(from, Math.min(from + AT_ONCE, parts.size())), results);
            }
            return results;
        } finally {
            inFlight.remove(whole.key());
        }
    }

    private <R> void decide(List<Repeatable<R>> parts, List<Result<R>> results) {
        List<CompletableFuture<Object>> sent =
                parts.stream().map(part -> commands.send(message(part))).toList();
        for (int i = 0; i < parts.size(); i++) {
            results.add(result(sent.get(i), parts.get(i)));
        }
    }

    private static <R> Result<R> result(CompletableFuture<Object> sent, Repeatable<R> part) {
        try {
            return new Result.Answered<>(answered(sent.join(), part));
        } catch (RejectedException refused) {
            return new Result.Refused<>(refused.rejection());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RejectedException refused) {
                return new Result.Refused<>(refused.rejection());
            }
            throw failed;
        }
    }

    /** Nothing of it is decided before its key is known to be its own, whatever becomes of it. */
    private void bind(RepeatableRequest whole) {
        if (isBound(whole)) {
            return;
        }
        try {
            answers.keep(List.of(new Answers.Kept(whole, IN_PARTS)));
        } catch (LostRace lost) {
            isBound(whole);
        }
    }

    private boolean isBound(RepeatableRequest whole) {
        List<Answers.Kept> known = answers.find(Set.of(whole.key()));
        if (known.stream().anyMatch(kept -> !kept.request().equals(whole))) {
            throw reused();
        }
        return !known.isEmpty();
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

    static RejectedException reused() {
        return new RejectedException(
                Reason.IDEMPOTENCY_KEY_REUSED, "The idempotency key was used for a different request");
    }

    static RejectedException inFlight() {
        return new RejectedException(
                Reason.IDEMPOTENCY_KEY_IN_FLIGHT, "The first request with this key is still being decided");
    }
}
