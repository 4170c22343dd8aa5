package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.lane.WithBatch;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Where the commands of a batch leave their answers, to be kept with one statement. */
interface NewAnswers {

    static WithBatch<Answers.Kept> of(UnitOfWork<?> unit, Answers answers) {
        return WithBatch.of(unit, NewAnswers.class.getName(), answers::keep);
    }

    /** What a command of the same batch was answered under the key. */
    static Optional<Answers.Kept> find(UnitOfWork<?> unit, Answers answers, String key) {
        return of(unit, answers).shares().stream()
                .filter(kept -> kept.request().key().equals(key))
                .findFirst();
    }
}
