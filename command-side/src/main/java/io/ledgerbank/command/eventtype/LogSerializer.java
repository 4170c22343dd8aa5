package io.ledgerbank.command.eventtype;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Writes messages as plain JSON: what is in the log must be readable without this program. */
public interface LogSerializer {

    static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(tokensOnly()))
                .build();
    }

    /** Axon's replay tokens name the class of the tokens inside them; nothing else may name a class. */
    private static BasicPolymorphicTypeValidator tokensOnly() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfBaseType(TrackingToken.class)
                .allowIfSubType(TrackingToken.class)
                .build();
    }
}
