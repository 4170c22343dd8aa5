package io.ledgerbank.command.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PersonKeyTest {

    private static final byte[] TEXT = "Alice".getBytes(StandardCharsets.UTF_8);

    private final PersonKey key = PersonKey.random();

    @Test
    void what_is_sealed_is_opened_with_the_same_key_and_no_other() {
        String sealed = key.seal(TEXT);

        assertThat(key.open(sealed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> PersonKey.random().open(sealed)).hasMessageContaining("another key");
    }

    @Test
    void the_same_text_is_never_sealed_alike() {
        assertThat(key.seal(TEXT)).isNotEqualTo(key.seal(TEXT));
    }

    @Test
    void what_was_changed_is_not_opened() {
        byte[] sealed = Base64.getDecoder().decode(key.seal(TEXT));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> key.open(text)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void each_text_has_a_key_of_its_own_that_tells_nothing_of_the_persons() {
        String sealed = key.seal(TEXT);

        assertThat(key.keyOf(sealed)).matches("[0-9a-f]{64}").isEqualTo(key.keyOf(sealed));
        assertThat(key.keyOf(key.seal(TEXT))).isNotEqualTo(key.keyOf(sealed));
        assertThat(key.toString()).isEqualTo("PersonKey[" + key.fingerprint() + "]");
    }
}
