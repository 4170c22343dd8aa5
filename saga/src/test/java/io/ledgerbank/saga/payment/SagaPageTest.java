package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.PaymentSteps;
import io.ledgerbank.api.payment.PaymentSteps.Move;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.saga.payment.PaymentProcess.Rule;
import io.ledgerbank.saga.payment.PaymentProcess.Timed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Draws what the saga does; {@code -Dapprove.docs=true} puts the drawings into the page. */
class SagaPageTest {

    private static final Path PAGE = Path.of("../docs/saga.md");

    @Test
    void the_page_on_the_saga_shows_the_table_of_the_process() throws IOException {
        shows(new Drawing("<!-- table of PaymentProcess -->\n", "<!-- end -->\n"), table());
    }

    @Test
    void the_page_on_the_saga_shows_what_follows_what() throws IOException {
        shows(new Drawing("```mermaid\nstateDiagram-v2\n", "```\n"), moves());
    }

    private record Drawing(String begin, String end) {

        String in(String page, String drawn) {
            int from = page.indexOf(begin) + begin.length();
            return page.substring(0, from) + drawn + page.substring(page.indexOf(end, from));
        }
    }

    private static void shows(Drawing drawing, String drawn) throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String expected = drawing.in(page, drawn);
        if (Boolean.getBoolean("approve.docs")) {
            Files.writeString(PAGE, expected);
            page = expected;
        }

        assertThat(page).isEqualTo(expected);
    }

    private static String table() {
        return "| the payment waits for | if the bank answers inquiries | if it does not |\n|---|---|---|\n"
                + PaymentProcess.TABLE.stream().map(SagaPageTest::row).collect(Collectors.joining());
    }

    private static String row(Rule rule) {
        return "| `%s` | %s | %s |\n".formatted(rule.step(), inWords(rule.askable()), inWords(rule.silent()));
    }

    private static String inWords(Timed timed) {
        String when =
                switch (timed.timer()) {
                    case WHEN_DUE -> ", when it is due";
                    case NONE_ON_ITS_WAY -> ", when the deadline and one more time-out are over";
                    case NEVER -> "";
                };
        return switch (timed.action()) {
                    case SUBMIT -> "start the next attempt, then tell the bank";
                    case INQUIRE -> "ask the bank";
                    case PARK -> "park";
                    case NOTHING -> "nothing";
                }
                + when;
    }

    /** Of payments to other banks, from when they are made. */
    private static String moves() {
        Map<String, String> labels = PaymentSteps.ALL.stream()
                .filter(SagaPageTest::concernsTheSaga)
                .collect(Collectors.toMap(
                        SagaPageTest::arrow,
                        move -> move.event().getSimpleName(),
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
        return labels.entrySet().stream()
                        .map(entry -> "    %s: %s\n".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + "    DONE --> [*]\n";
    }

    private static boolean concernsTheSaga(Move move) {
        String event = move.event().getSimpleName();
        boolean beforeIt = move.to() == Step.AWAIT_DAY || move.from().equals(java.util.Optional.of(Step.AWAIT_DAY));
        return !beforeIt && !event.equals("PaymentCompleted") && !event.equals("PaymentReversed");
    }

    private static String arrow(Move move) {
        return move.from().map(Enum::name).orElse("[*]") + " --> " + move.to();
    }
}
