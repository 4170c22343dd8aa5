package io.ledgerbank.app.story;

import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_EMAIL;
import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_PASSWORD;

import io.ledgerbank.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPaymentTest {

    @TempDir
    private Path folder;

    @Test
    void settles_with_a_bank_and_is_found_in_entries_audit_and_books() {
        String[] database = TestPostgres.freshDatabase().springProperties();
        try (ExternalDatabaseService service = ExternalDatabaseService.start(folder, database)) {
            new FirstPaymentStory(service.url(), ADMIN_EMAIL, ADMIN_PASSWORD).tell();
        }
    }
}
