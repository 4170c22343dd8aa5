package io.ledgerbank.command.eventtype;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedType;

/** Everything that may be written to the log and read from it; nothing else is. Immutable. */
public final class StoredTypes {

    private final Map<String, StoredType> byName;
    private final Map<Class<?>, SerializedType> byType;

    /** @throws IllegalStateException when a name or a class is given twice */
    public StoredTypes(Collection<StoredType> types) {
        byName = types.stream().collect(Collectors.toUnmodifiableMap(StoredType::name, Function.identity()));
        byType = types.stream().collect(Collectors.toUnmodifiableMap(StoredType::type, StoredType::serializedType));
    }

    Optional<StoredType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The name and the revision under which objects of this class are written. */
    Optional<SerializedType> writtenAs(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** Whether this is how such a thing would be written today. */
    public boolean isCurrent(SerializedType stored) {
        return find(stored.getName())
                .filter(type -> StoredRevision.of(stored).orElse(0) == type.revision())
                .isPresent();
    }
}
