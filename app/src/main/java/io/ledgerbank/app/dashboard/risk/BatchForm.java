package io.ledgerbank.app.dashboard.risk;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.saga.batch.BatchAction;
import io.ledgerbank.saga.batch.BatchOrder;
import io.ledgerbank.saga.work.Explained;
import java.util.Arrays;
import java.util.Optional;

/** A group of payments and what is to be done to all of it, as addresses and forms carry it. */
record BatchForm(
        Optional<String> state,
        Optional<String> step,
        Optional<String> reason,
        Optional<String> bank,
        Optional<String> action) {

    /** @throws RejectedException when a field makes no sense */
    BatchOrder order(String why) {
        return new BatchOrder(
                new SagaCriteria(
                        given(state),
                        given(step).map(text -> named(Step.class, text)),
                        given(reason).map(BatchForm::reason),
                        given(bank).map(BankCode::new),
                        Optional.empty()),
                named(BatchAction.class, action.orElse("RETRY")),
                new Explained(why));
    }

    public String of(String field) {
        Optional<String> value =
                switch (field) {
                    case "state" -> state;
                    case "step" -> step;
                    case "reason" -> reason;
                    case "bank" -> bank;
                    default -> action;
                };
        return value.orElse("");
    }

    private static Optional<String> given(Optional<String> field) {
        return field.filter(text -> !text.isBlank());
    }

    private static Reason reason(String text) {
        return Reason.find(text)
                .orElseThrow(() -> new RejectedException(
                        Reason.INVALID_REASON_FORMAT, Reason.INVALID_REASON_FORMAT.description()));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new RejectedException(Reason.INVALID_PARAMETER, Reason.INVALID_PARAMETER.description()));
    }
}
