package io.ledgerbank.simulator;

import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Names the field that did not fit, as a sender writes it: {@code creditor.iban}. */
final class FieldPath {

    private FieldPath() {}

    static String of(JacksonException misfit) {
        return misfit.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
