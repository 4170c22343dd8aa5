package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody would try first. */
class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "12345678",
                "Password1",
                "PASSWORD123!",
                "qwertyuiop",
                "iloveyou",
                "ｐａｓｓｗｏｒｄ",
                "aaaaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "LedgerBank2026",
                "ledger-bank!"
            })
    void is_refused(String password) {
        assertThat(CommonPasswords.include(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice-demo-pass", "correct horse battery staple", "long enough", "tr0ub4dor&3-is-fine"})
    void what_nobody_would_try_first_is_not(String password) {
        assertThat(CommonPasswords.include(password)).isFalse();
    }
}
