package io.ledgerbank.command.idempotency;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatableRequestTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    @Test
    void another_body_or_operation_is_another_request_under_the_same_key() {
        RepeatableRequest request = RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of("n", 1));

        assertThat(RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of("n", 1))).isEqualTo(request);
        assertThat(RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of("n", 2)).fingerprint())
                .isNotEqualTo(request.fingerprint());
        assertThat(RepeatableRequest.of(ALICE, KEY, "POST /b", Map.of("n", 1)).fingerprint())
                .isNotEqualTo(request.fingerprint());
    }

    @Test
    void a_key_belongs_to_its_caller() {
        assertThat(RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of()).key())
                .isNotEqualTo(
                        RepeatableRequest.of(BOB, KEY, "POST /a", Map.of()).key());
    }

    @Test
    void it_travels_with_its_command() {
        RepeatableRequest request = RepeatableRequest.of(ALICE, KEY, "POST /a", Map.of());

        assertThat(RepeatableRequest.in(MetaData.from(request.asMetaData()))).contains(request);
        assertThat(RepeatableRequest.in(MetaData.emptyInstance())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "line\n", "ümlaut", "nul\0"})
    void a_key_is_visible_ascii(String key) {
        assertThatThrownBy(() -> new IdempotencyKey(key))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.INVALID_IDEMPOTENCY_KEY));
    }

    @Test
    void a_key_has_255_characters_at_most() {
        assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> new IdempotencyKey("k".repeat(256))).isInstanceOf(RejectedException.class);
    }

    @Test
    void a_call_that_moves_money_has_a_key() {
        assertThatThrownBy(() -> IdempotencyKey.required(Optional.empty()))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.MISSING_IDEMPOTENCY_KEY));
    }
}
