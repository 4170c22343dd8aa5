package io.ledgerbank.command.eventlog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that may be written to the log and read from it; nothing else is. Immutable. */
final class StoredTypes {

    private final Map<String, Class<?>> byName;
    private final Map<Class<?>, String> byType;

    /** @throws IllegalStateException when a name or a class is given twice */
    StoredTypes(Collection<StoredType> types) {
        byName = types.stream().collect(Collectors.toUnmodifiableMap(StoredType::name, StoredType::type));
        byType = types.stream().collect(Collectors.toUnmodifiableMap(StoredType::type, StoredType::name));
    }

    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(Function.identity());
    }

    Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }
}
