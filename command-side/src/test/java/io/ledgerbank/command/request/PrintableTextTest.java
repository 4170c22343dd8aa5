package io.ledgerbank.command.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Rent", "Grüße", "家賃", "👩\u200D👧", "می\u200Cخواهم", "a b", "<script>", "'; DROP TABLE"})
    void people_write_in_their_own_script(String text) {
        assertThat(PrintableText.isPrintable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200D",
                " \u200C",
                "a\0",
                "a\r\nb",
                "a\u001Bb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\uFEFFb",
                "a\u2028b",
                "\uD83D",
                "\uDE00a",
                "a\uE000",
                "a\uFFFF",
                "a\u00ADb"
            })
    void nothing_may_hide_or_mislead(String text) {
        assertThat(PrintableText.isPrintable(text)).isFalse();
    }

    @Test
    void a_letter_counts_once_however_it_is_encoded() {
        assertThat(PrintableText.length("🎉é")).isEqualTo(2);
    }
}
