package io.ledgerbank.app.story;

import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_EMAIL;
import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_PASSWORD;

import io.ledgerbank.LedgerBank;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The whole service as a process of its own, one of any number on a database that somebody else runs. */
final class ServiceNode implements AutoCloseable {

    private final ServiceProcess process;

    private ServiceNode(ServiceProcess process) {
        this.process = process;
    }

    /** Returns at once; the node is there when it gives its administrator. */
    static ServiceNode start(Path log, String... databaseProperties) {
        List<String> arguments =
                new ArrayList<>(Stream.of(databaseProperties).map("--"::concat).toList());
        arguments.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--ledgerbank.accounts.daily-limit.checking=1000000",
                "--ledgerbank.jwt.secret=a-secret-for-tests-of-more-than-32-bytes",
                "--ledgerbank.admin.email=" + ADMIN_EMAIL,
                "--ledgerbank.admin.password=" + ADMIN_PASSWORD));
        return new ServiceNode(ServiceProcess.start(LedgerBank.class, log, arguments));
    }

    /** Waits for the node to be ready. */
    ApiClient admin() {
        String url = process.awaitLine("API +(http://[\\w.]+:\\d+)/api\\s").group(1);
        return ApiClient.at(url).login(ADMIN_EMAIL, ADMIN_PASSWORD);
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
