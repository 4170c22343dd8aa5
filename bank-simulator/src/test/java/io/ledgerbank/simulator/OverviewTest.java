package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class OverviewTest extends RunningBank {

    @Test
    void lists_every_test_creditor_as_json() throws Exception {
        JsonNode listed = TestBank.json(bank.get("/")).get("creditors");

        assertThat(listed.valueStream().map(creditor -> creditor.get("iban").asString()))
                .containsExactlyElementsOf(Arrays.stream(TestCreditor.values())
                        .map(TestCreditor::iban)
                        .toList());
        assertThat(listed.valueStream()
                        .map(creditor -> creditor.path("isoReason").asString("")))
                .contains("AC03", "AC04", "AC06", "AM02", "BE01", "RR04", "MS03");
    }

    @Test
    void is_a_page_for_browsers() throws Exception {
        HttpResponse<String> page =
                bank.send(bank.to("/").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains(TestCreditor.TIMES_OUT.iban()).doesNotContain("%s", "%%");
    }

    @ParameterizedTest
    @EnumSource(TestCreditor.class)
    void names_only_ibans_that_are_valid(TestCreditor creditor) {
        assertThat(IbanUtil.isValid(creditor.iban())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestCreditor.class)
    void agrees_with_the_documentation(TestCreditor creditor) throws Exception {
        String documentation = Files.readString(Path.of("..", "docs", "banks", "simulator.md"));

        assertThat(documentation)
                .contains("| `%s` | `%s` | %s |".formatted(creditor.iban(), creditor, creditor.description()));
    }
}
