package io.ledgerbank.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.OwnHttps;
import io.ledgerbank.app.testing.WholeApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** HTTPS from a folder with a certificate, and the way to it. */
@WholeApp
class HttpsTest {

    private static final OwnHttps HTTPS = OwnHttps.create();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) {
        properties.add("ledgerbank.tls.directory", () -> HTTPS.directory().toString());
        properties.add("ledgerbank.tls.redirect-port", HTTPS::plainPort);
    }

    @Test
    void answers_over_https_and_tells_browsers_to_stay() throws Exception {
        try (HttpClient client = HTTPS.client()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/problems"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .startsWith("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void who_only_looks_is_sent_there() {
        Answer answer = plain().get("/api/problems?x=1").is(308);

        assertThat(answer.header("Location")).startsWith("https://127.0.0.1").endsWith("/api/problems?x=1");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void who_sends_a_secret_in_the_clear_is_told_so() {
        plain().bearing("a.b.c").get("/api/auth/me").isProblem(426, "https_required");
        plain().post("/api/auth/login", Map.of("email", "alice@example.com", "password", "secret"))
                .isProblem(426, "https_required");
    }

    private static Client plain() {
        return Client.of(HTTPS.plainPort());
    }
}
