package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Rejection;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A refusal that is part of an answer, such as that of a dry run, is told there as a problem like any other. */
final class RejectionInAnswer extends StdSerializer<Rejection> {

    private final Supplier<Problems> problems;

    RejectionInAnswer(Supplier<Problems> problems) {
        super(Rejection.class);
        this.problems = problems;
    }

    @Override
    public void serialize(Rejection rejection, JsonGenerator json, SerializationContext context) {
        ServletRequestAttributes current = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        context.writeValue(json, problems.get().problem(current.getRequest(), rejection));
    }
}
