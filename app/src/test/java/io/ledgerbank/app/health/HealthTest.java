package io.ledgerbank.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class HealthTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/api/health/live", "/api/health/ready"})
    void says_yes_and_nothing_else(String path) {
        Answer answer = Client.of(port).get(path).is(200);

        assertThat(answer.response().body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
