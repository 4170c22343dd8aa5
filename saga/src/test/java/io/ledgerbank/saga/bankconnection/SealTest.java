package io.ledgerbank.saga.bankconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.bankconnection.Seal.Opened;
import io.ledgerbank.saga.bankconnection.Seal.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final String OLD = key("old", (byte) 1);
    private static final String NEW = key("new", (byte) 2);

    private final Seal seal = new Seal(TokenKeys.of(NEW, List.of(OLD)));

    @Test
    void what_is_sealed_opens_in_its_place_and_shows_nowhere() {
        Sealed sealed = seal.seal("here", "a secret");

        assertThat(seal.open("here", sealed)).contains(new Opened("a secret", true));
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
        assertThat(seal.open("there", sealed)).isEmpty();
    }

    @Test
    void the_same_secret_is_sealed_otherwise_each_time() {
        assertThat(seal.seal("here", "a secret").bytes())
                .isNotEqualTo(seal.seal("here", "a secret").bytes());
    }

    @Test
    void what_a_former_key_sealed_opens_for_as_long_as_it_is_known() {
        Sealed before = new Seal(TokenKeys.of(OLD, List.of())).seal("here", "a secret");

        assertThat(seal.open("here", before)).contains(new Opened("a secret", false));
        assertThat(new Seal(TokenKeys.of(NEW, List.of())).open("here", before)).isEmpty();
    }

    @Test
    void what_was_tampered_with_does_not_open() {
        Sealed sealed = seal.seal("here", "a secret");
        sealed.bytes()[sealed.bytes().length - 1] ^= 1;

        assertThat(seal.open("here", sealed)).isEmpty();
        assertThat(seal.open("here", new Sealed("new", new byte[3]))).isEmpty();
    }

    @Test
    void without_a_key_nothing_is_sealed() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new Seal(TokenKeys.none()).seal("here", "a secret"))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.CONFIGURATION_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nameless", ":AAAA", "short:AAAA", "odd:not base64!", "two words:AAAA"})
    void what_is_no_key_is_refused_without_being_shown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.of(text, List.of()))
                .withMessageNotContaining("AAAA");
    }

    @Test
    void two_keys_have_two_names() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenKeys.of(NEW, List.of(key("new", (byte) 3))));
    }

    static String key(String name, byte fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, fill);
        return name + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
