package io.ledgerbank.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process that PostgreSQL's data names as its server's. It may be another's, which was given a dead one's number. */
record Postmaster(ProcessHandle process) {

    /** The file in which the server names itself. */
    static Path fileIn(Path data) {
        return data.resolve("postmaster.pid");
    }

    static Optional<Postmaster> of(Path data) {
        try {
            return Files.readAllLines(fileIn(data)).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .map(Postmaster::new);
        } catch (IOException noServerOrUnreadable) {
            return Optional.empty();
        }
    }

    /** The name of its program, when the system tells. */
    Optional<String> program() {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().replace(".exe", ""));
    }

    /** Where process 1 buries nobody, as in many containers, a dead process keeps its number. */
    boolean isDead() {
        return !process.isAlive() || isUnburied();
    }

    private boolean isUnburied() {
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return state.startsWith(" Z", state.lastIndexOf(')') + 1);
        } catch (IOException notLinux) {
            return false;
        }
    }
}
