package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FieldWriterTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FieldWriter fields = new FieldWriter(written::write);

    @Test
    void every_field_is_preceded_by_its_length() {
        fields.number(-2)
                .uuid(UUID.fromString("01900000-0000-7000-8000-0000000000a1"))
                .text("Zoë")
                .bytes(new byte[] {7});

        assertThat(HexFormat.of().formatHex(written.toByteArray()))
                .isEqualTo("00000008fffffffffffffffe"
                        + "000000100190000000007000" + "80000000000000a1"
                        + "000000045a6fc3ab"
                        + "0000000107");
    }

    @Test
    void an_absent_text_is_not_an_empty_one() {
        fields.optionalText(Optional.empty()).optionalText(Optional.of(""));

        assertThat(HexFormat.of().formatHex(written.toByteArray())).isEqualTo("ffffffff" + "00000000");
    }
}
