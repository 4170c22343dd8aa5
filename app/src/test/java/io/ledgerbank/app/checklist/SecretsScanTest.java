package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that looks like a real secret is among the project's files. */
class SecretsScanTest {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", "data", "node_modules", ".idea", ".mvn", "binaries");
    /** Tests that show how a secret is refused, or read, with one that opens nothing. */
    private static final Set<String> HARMLESS = Set.of(
            "SecretsScanTest.java",
            "SigningKeysTest.java",
            "ServerConfigurationTest.java",
            "RefusedStartTest.java",
            "ExternalDatabaseTest.java");

    private static final long LARGEST = 2L << 20;
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*[A-Za-z0-9+/=]{20}"),
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}\\b"),
            Pattern.compile("\\bsk_(?:live|test)_[0-9A-Za-z]{16,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("(?i)(?:secret|password|token|api_?key)[\"']?\\s*[:=]\\s*[\"']?(?=[A-Za-z0-9+/]*[0-9])"
                    + "(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{32,}={0,2}"),
            Pattern.compile("://[^\\s/:@\"'$<{]+:[^\\s/:@\"'$<{]{6,}@"));

    @Test
    void no_file_of_the_project_has_a_secret() throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(Path.of("..").toRealPath(), new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && attributes.size() < LARGEST
                        && !HARMLESS.contains(file.getFileName().toString())) {
                    scan(file, found);
                }
                return FileVisitResult.CONTINUE;
            }
        });

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN %s KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAA",
                "aws = AKIA%sQ3EGU7KXYZ12",
                "JWT_%s=q8Zt0Xv3bN7mK2wP5rL9sD4fG6hJ1cVx",
                "url: jdbc:postgresql://bank:%ssecret1@db.internal/bank"
            })
    void what_is_planted_is_found(String planted) {
        String filled = planted.replace("BEGIN %s", "BEGIN PRI" + "VATE")
                .replace("AKIA%s", "AKIA" + "IOSF")
                .replace("JWT_%s", "JWT_SEC" + "RET")
                .replace("%s", "");

        assertThat(SECRETS).anyMatch(secret -> secret.matcher(filled).find());
    }

    private static void scan(Path file, List<String> found) throws IOException {
        try {
            String text = Files.readString(file);
            SECRETS.stream()
                    .filter(secret -> secret.matcher(text).find())
                    .forEach(secret -> found.add(file + ": " + secret));
        } catch (MalformedInputException binary) {
            assertThat(binary).isNotNull();
        }
    }
}
