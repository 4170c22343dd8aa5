package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.app.dashboard.frame.Words;
import io.ledgerbank.app.dashboard.sagas.Moment.Fact;
import io.ledgerbank.app.dashboard.sagas.Moment.Kind;
import io.ledgerbank.query.audit.LoggedEvent;
import io.ledgerbank.query.payment.BankCall;
import io.ledgerbank.query.payment.BankCall.Answer;
import io.ledgerbank.query.payment.SagaHistory;
import io.ledgerbank.query.payment.SagaTimer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A payment's story: events, calls to its bank and timers in the order of time, with the time in which nothing happened folded. */
final class Story {

    private final EventWords events;
    private final Words words = new Words();

    Story(EventWords events) {
        this.events = events;
    }

    List<Moment> of(SagaHistory saga, Instant now) {
        List<Moment> told = Stream.of(
                        saga.timeline().stream().map(events::tell),
                        saga.timers().stream().map(this::timer),
                        saga.bankCalls().stream()
                                .filter(call -> !call.at().isAfter(now))
                                .map(call -> call(call, leftAt(call, saga))))
                .flatMap(moments -> moments)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
        return folded(told);
    }

    private List<Moment> folded(List<Moment> told) {
        List<Moment> all = new ArrayList<>();
        for (Moment moment : told) {
            if (!all.isEmpty() && Moment.isWorthFolding(all.getLast().at(), moment.at())) {
                Instant before = all.getLast().at();
                all.add(Moment.idle(before, words.age(before, moment.at())));
            }
            all.add(moment);
        }
        return all;
    }

    private Moment timer(SagaTimer timer) {
        return new Moment(
                Kind.TIMER,
                timer.setAt(),
                "Timer set: " + words.plain(timer.step()),
                "",
                List.of(
                        new Fact("due", words.time(timer.dueAt())),
                        new Fact("ended", timer.endedAt().map(words::time).orElse("not yet"))),
                List.of(),
                "");
    }

    /** No request leaves before its attempt is on record. */
    private static Instant leftAt(BankCall call, SagaHistory saga) {
        return saga.timeline().stream()
                .filter(event -> call.inquiry() == 0 && event.type().equals("AttemptStarted"))
                .filter(event -> event.payload().path("attempt").asInt(0) == call.attempt())
                .map(LoggedEvent::recordedAt)
                .findFirst()
                .orElse(call.at());
    }

    /** The request is told without what it says of people, which is in the payment. */
    private static Moment call(BankCall call, Instant at) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("attempt", Integer.toString(call.attempt())));
        if (call.inquiry() > 0) {
            facts.add(new Fact("inquiry", Integer.toString(call.inquiry())));
        }
        facts.add(new Fact("answer", call.answer().map(Story::said).orElse("none yet")));
        call.answer().ifPresent(answer -> {
            answer.reason().map(Reason::code).ifPresent(code -> facts.add(new Fact("reason", code)));
            answer.bankReference().ifPresent(reference -> facts.add(new Fact("bank reference", reference)));
            answer.valueDate().ifPresent(date -> facts.add(new Fact("value date", date.toString())));
        });
        String what =
                switch (call.kind()) {
                    case SUBMIT -> "Bank told to pay";
                    case INQUIRE -> "Bank asked what became of it";
                };
        return new Moment(Kind.CALL, at, what, "", List.copyOf(facts), List.of(), "");
    }

    private static String said(Answer answer) {
        return switch (answer.outcome()) {
            case EXECUTED -> "executed";
            case NOT_EXECUTED -> "not executed";
            case UNKNOWN -> "outcome unknown";
        };
    }
}
