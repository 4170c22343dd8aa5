package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "山田太郎", "علی\u200Cرضا", "Anna-Lena O'Neil"})
    void people_are_called_what_they_are_called(String name) {
        assertThat(FullName.parse(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200D", "a\u202Eb", "a\u200Bb", "a\nb", "\uD83D"})
    void a_name_that_hides_or_misleads_is_none(String name) {
        assertThatThrownBy(() -> FullName.parse(name)).isInstanceOf(RejectedException.class);
    }

    @Test
    void a_name_is_kept_composed_and_without_the_space_around_it() {
        assertThat(FullName.parse(" Zoe\u0308 ").value()).isEqualTo("Zo\u00EB");
    }

    @Test
    void a_letter_counts_once_however_it_is_encoded() {
        assertThat(FullName.parse("🎉".repeat(255)).value()).hasSize(510);
        assertThatThrownBy(() -> FullName.parse("a".repeat(256))).isInstanceOf(RejectedException.class);
    }
}
