package io.ledgerbank.api.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    @Test
    void an_id_is_read_as_it_is_written_in_small_letters_or_capitals() {
        UUID id = Uuids.next();

        assertThat(Uuids.parse(id.toString())).isEqualTo(id);
        assertThat(Uuids.parse(id.toString().toUpperCase(Locale.ROOT))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0190000000007000800000000000000000000",
                "01900000-0000-7000-8000-00000000000",
                "01900000-0000-7000-8000-0000000000000",
                "+1900000-0000-7000-8000-000000000000",
                "0190000g-0000-7000-8000-000000000000",
                "\uff10190000a-0000-7000-8000-00000000000",
                "0190000-00000-7000-8000-000000000000",
                "01900000-0000-7000-8000-000000-00000"
            })
    void what_is_not_in_canonical_form_is_no_id(String text) {
        assertThatThrownBy(() -> Uuids.parse(text))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.INVALID_UUID_FORMAT));
    }
}
