package io.ledgerbank.command.eventtype;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes stored types as JSON under their registered names and revisions, and neither writes nor reads anything else. Thread-safe. */
public final class StoredTypeSerializer extends Jackson3Serializer {

    private final StoredTypes types;

    public StoredTypeSerializer(StoredTypes types) {
        super(Jackson3Serializer.builder());
        this.types = types;
    }

    public StoredTypes types() {
        return types;
    }

    /** @throws SerializationException for a class without a registered name */
    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(Class type) {
        if (type == MetaData.class) {
            return super.typeForClass(type);
        }
        return types.writtenAs((Class<?>) type)
                .orElseThrow(() -> new SerializationException("No name is registered for " + type));
    }

    /** @throws SerializationException for a name that is not registered */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        return types.find(type.getName())
                .<Class<?>>map(StoredType::type)
                .orElseThrow(() -> new SerializationException("No class is registered for " + type.getName()));
    }
}
