package io.ledgerbank.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.PaymentTransitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Draws the table of transitions; {@code -Dapprove.docs=true} puts the drawing into the page. */
class PaymentDiagramTest {

    private static final Path PAGE = Path.of("../docs/payments.md");
    private static final String BEGIN = "```mermaid\nstateDiagram-v2\n";
    private static final String END = "```\n";

    @Test
    void the_page_on_payments_shows_the_diagram_of_the_table() throws IOException {
        String diagram = BEGIN + states() + END;
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        if (Boolean.getBoolean("approve.docs")) {
            int begin = page.indexOf(BEGIN);
            page = page.substring(0, begin) + diagram + page.substring(page.indexOf(END, begin + 1) + END.length());
            Files.writeString(PAGE, page);
        }

        assertThat(page).contains(diagram);
    }

    private static String states() {
        Map<String, String> labels = PaymentTransitions.ALL.stream()
                .collect(Collectors.toMap(
                        PaymentDiagramTest::arrow,
                        transition -> transition.event().getSimpleName(),
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
        String arrows = labels.entrySet().stream()
                .map(entry -> "    %s: %s\n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return arrows
                + Arrays.stream(PaymentStatus.values())
                        .filter(PaymentStatus::isFinal)
                        .map("    %s --> [*]\n"::formatted)
                        .collect(Collectors.joining());
    }

    private static String arrow(Transition transition) {
        return transition.from().map(Enum::name).orElse("[*]") + " --> " + transition.to();
    }
}
