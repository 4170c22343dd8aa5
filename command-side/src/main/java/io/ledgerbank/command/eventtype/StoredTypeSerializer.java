package io.ledgerbank.command.eventtype;

import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes stored types as JSON under their registered names and revisions, and neither writes nor reads anything else; what
 * they tell of people it seals and opens. Thread-safe.
 */
public final class StoredTypeSerializer extends Jackson3Serializer {

    private final StoredTypes types;
    private final Optional<SealedPayloads> payloads;

    /** Seals nothing and reads what is not sealed. */
    public StoredTypeSerializer(StoredTypes types) {
        super(Jackson3Serializer.builder());
        this.types = types;
        this.payloads = Optional.empty();
    }

    public StoredTypeSerializer(StoredTypes types, Sealing sealing) {
        super(Jackson3Serializer.builder());
        this.types = types;
        this.payloads = Optional.of(new SealedPayloads(sealing));
    }

    public StoredTypes types() {
        return types;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        SerializedType type = typeForClass(object.getClass());
        if (payloads.isEmpty() || !SealedPayloads.mayNamePeople(type.getName())) {
            return super.serialize(object, representation);
        }
        ObjectNode open = getObjectMapper().valueToTree(object);
        byte[] closed = getWriter().writeValueAsBytes(payloads.get().closed(type.getName(), open));
        return new SimpleSerializedObject<>(getConverter().convert(closed, representation), representation, type);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        return payloads.isEmpty()
                ? super.deserialize(stored)
                : super.deserialize(payloads.get().opened(stored));
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
