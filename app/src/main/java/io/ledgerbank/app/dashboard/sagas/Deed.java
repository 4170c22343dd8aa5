package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.payment.SagaDetails;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an administrator may do about a payment. */
public enum Deed {
    RETRY(
            "Retry now",
            "Takes the next step at once: the bank is asked first whenever it may have paid.",
            "The next step is taken now."),
    RESOLVE(
            "Resolve",
            "Says what the bank did, with evidence; what follows for the money happens at once.",
            "It is on record what the bank did."),
    COMPENSATE(
            "Compensate",
            "Gives the payment up and releases what is held. Only when the bank certainly has not paid.",
            "The payment is given up; its hold is released."),
    PAUSE(
            "Pause",
            "Has the bank neither told nor asked anything until the payment is resumed.",
            "The payment is paused."),
    RESUME("Resume", "Lets the payment go on where it was.", "The payment goes on."),
    CANCEL("Cancel", "Calls off a payment that no bank has been told of.", "The payment is called off."),
    NOTE("Add note", "Writes something down in the payment's history.", "The note is on record.");

    private final String title;
    private final String meaning;
    private final String done;

    Deed(String title, String meaning, String done) {
        this.title = title;
        this.meaning = meaning;
        this.done = done;
    }

    public static Optional<Deed> find(String code) {
        return Arrays.stream(values()).filter(deed -> deed.code().equals(code)).findFirst();
    }

    /** Those that make sense where the saga is; whether one is allowed, its preview says. */
    static List<Deed> possible(SagaDetails saga) {
        return Arrays.stream(values()).filter(deed -> deed.makesSense(saga)).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String done() {
        return done;
    }

    private boolean makesSense(SagaDetails saga) {
        boolean unsent = saga.step() == Step.SUBMIT;
        return switch (saga.state()) {
            case RUNNING, WAITING ->
                switch (this) {
                    case RETRY -> saga.attempts() > 0 && saga.step() != Step.AWAIT_ANSWER;
                    case COMPENSATE -> unsent && saga.attempts() > 0;
                    case CANCEL -> unsent && saga.attempts() == 0;
                    case PAUSE, NOTE -> true;
                    case RESOLVE, RESUME -> false;
                };
            case PAUSED -> this == RESUME || this == NOTE || this == COMPENSATE && unsent;
            case STUCK -> this == RESOLVE || this == NOTE || this == RETRY && saga.step() == Step.PARKED;
            case COMPLETED, COMPENSATED -> this == NOTE;
        };
    }
}
