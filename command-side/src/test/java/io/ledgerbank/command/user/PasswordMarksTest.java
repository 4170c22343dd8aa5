package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PasswordMarksTest {

    private final PasswordMarks marks = marks(1);

    @Test
    void the_same_password_has_the_same_mark_and_another_has_another() {
        assertThat(marks.of(Password.of("correct horse"))).isEqualTo(marks.of(Password.of("correct horse")));
        assertThat(marks.of(Password.of("correct horse"))).isNotEqualTo(marks.of(Password.of("battery staple")));
    }

    @Test
    void nobody_without_the_secret_can_try_passwords_on_a_mark() {
        assertThat(marks.of(Password.of("correct horse")))
                .isNotEqualTo(marks(2).of(Password.of("correct horse")))
                .matches("[0-9a-f]{64}");
    }

    private static PasswordMarks marks(int secret) {
        return new PasswordMarks(new SecretKeySpec(new byte[] {(byte) secret}, "HmacSHA256"));
    }
}
