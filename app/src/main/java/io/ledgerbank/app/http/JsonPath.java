package io.ledgerbank.app.http;

import io.ledgerbank.api.money.Money;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;

/** Where in a body something is wrong, such as {@code payments[3].amount.amount}. */
final class JsonPath {

    private static final int LONGEST = 200;

    private JsonPath() {}

    /** Harmless, because the names of unknown fields are the client's, and go into answers and logs. */
    static String of(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return harmless(path.toString());
    }

    /** Printable ASCII of bounded length. */
    static String harmless(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }

    static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    static boolean isAmount(JacksonException failure) {
        List<Reference> path = failure.getPath();
        if (path.isEmpty()) {
            return false;
        }
        Reference last = path.getLast();
        return "amount".equals(last.getPropertyName()) && Money.class.equals(last.from());
    }
}
