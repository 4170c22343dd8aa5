package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.lane.BatchOpening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Looks up what the repeatable commands of a batch were answered before. */
final class KnownAnswers implements BatchOpening {

    private static final String RESOURCE = KnownAnswers.class.getName();

    private final Answers answers;

    KnownAnswers(Answers answers) {
        this.answers = answers;
    }

    /** What was kept under the key when the unit's batch began. */
    static Optional<Answers.Kept> in(UnitOfWork<?> unit, String key) {
        Map<String, Answers.Kept> known = unit.root().getResource(RESOURCE);
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands) {
        Set<String> keys = commands.stream()
                .flatMap(command -> RepeatableRequest.in(command.getMetaData()).stream())
                .map(RepeatableRequest::key)
                .collect(Collectors.toSet());
        root.resources().put(RESOURCE, known(keys));
        NewAnswers.of(root, answers);
    }

    private Map<String, Answers.Kept> known(Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return answers.find(keys).stream()
                .collect(Collectors.toMap(kept -> kept.request().key(), Function.identity()));
    }
}
