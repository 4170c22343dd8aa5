package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.lane.WithBatch;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Where the commands of a batch leave their answers, to be kept with one statement. */
interface NewAnswers {

    static WithBatch<Answers.Kept> of(UnitOfWork<?> unit, Answers answers) {
        return WithBatch.of(unit, NewAnswers.class.getName(), answers::keep);
    }
}
