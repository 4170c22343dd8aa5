package io.ledgerbank.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A throw-away server in a temporary folder: fast rather than durable, on 127.0.0.1 and a free port. */
final class EmbeddedTestServer {

    private EmbeddedTestServer() {}

    static TestServer start() {
        LeftoverServers.sweep();
        try {
            Path folder = Files.createTempDirectory(LeftoverServers.folderPrefix());
            return started(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the test PostgreSQL", e);
        }
    }

    private static TestServer started(Path folder) throws IOException {
        String password = UUID.randomUUID().toString();
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve(LeftoverServers.DATA).toFile())
                .setRegisterShutdownHook(false)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.to(folder.resolve("server.log").toFile()))
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("set", "scram_iterations=1")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("full_page_writes", "off")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder), "stop-test-postgres"));
        return new TestServer("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", password);
    }

    private static void stop(EmbeddedPostgres postgres, Path folder) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LeftoverServers.remove(folder);
        }
    }
}
