package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbank.LedgerBank;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;

/** The whole application on an external database, as it is configured when it is shipped. */
class ServerConfigurationTest {

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        Stream<String> properties = Stream.concat(
                Stream.of(TestPostgres.freshDatabase().springProperties()),
                Stream.of(
                        "server.port=0",
                        "management.server.port=0",
                        "ledgerbank.jwt.secret=only-the-tests-sign-tokens-with-this"));
        context = SpringApplication.run(
                LedgerBank.class, properties.map(property -> "--" + property).toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void the_pool_is_made_only_for_a_migrated_database() {
        assertThat(context.getBeanFactory().getDependenciesForBean("dataSource"))
                .contains("migratedDatabase");
        assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(10);
        assertThat(context.getBean(HikariDataSource.class).getUsername()).isEqualTo("ledgerbank_app");
    }

    @Test
    void hibernate_neither_changes_the_schema_nor_holds_connections_while_answers_are_written() {
        assertThat(context.getEnvironment().getProperty("spring.jpa.hibernate.ddl-auto"))
                .isEqualTo("none");
        assertThat(context.getBeanProvider(OpenEntityManagerInViewInterceptor.class))
                .isEmpty();
    }

    @Test
    void management_is_on_its_own_port_and_not_on_the_public_one() throws Exception {
        assertThat(status("local.management.port", "/actuator/health")).isEqualTo(200);
        for (String endpoint : new String[] {"", "/prometheus", "/metrics", "/env", "/heapdump", "/loggers"}) {
            assertThat(status("local.server.port", "/actuator" + endpoint)).isIn(401, 403, 404);
        }
    }

    @Test
    void an_external_database_has_neither_demo_data_nor_a_data_folder() {
        assertThat(context.getBeanProvider(DataFolder.class)).isEmpty();
        assertThat(context.getBean(DataLocation.class).description()).startsWith("PostgreSQL at 127.0.0.1:");
    }

    private static int status(String port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
