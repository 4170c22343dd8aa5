package io.ledgerbank.app.story;

import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_EMAIL;
import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_PASSWORD;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The embedded server is ours; this is the server that operators run. One role does everything here. */
class OfficialPostgresImageTest {

    private static final String IMAGE = "postgres:18";

    @TempDir
    private Path folder;

    @Test
    void migrates_and_tells_the_same_story() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "No Docker here");
        try (PostgreSQLContainer postgres = start();
                ExternalDatabaseService service = ExternalDatabaseService.start(
                        folder,
                        "spring.datasource.url=" + postgres.getJdbcUrl(),
                        "spring.datasource.username=" + postgres.getUsername(),
                        "spring.datasource.password=" + postgres.getPassword())) {
            new FirstPaymentStory(service.url(), ADMIN_EMAIL, ADMIN_PASSWORD).tell();
        }
    }

    private static PostgreSQLContainer start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(IMAGE);
        try {
            postgres.start();
            return postgres;
        } catch (ContainerFetchException missing) {
            return abort("The image " + IMAGE + " cannot be had here");
        }
    }
}
