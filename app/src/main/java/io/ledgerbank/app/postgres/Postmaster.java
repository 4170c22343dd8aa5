package io.ledgerbank.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The process that PostgreSQL's data names as its server's. It may be another's, which was given a dead one's number. */
record Postmaster(ProcessHandle process) {

    /** What a process is to our data. */
    enum Identity {
        OURS,
        STRANGER,
        /** The system does not tell enough of it. */
        UNKNOWN
    }

    private static final String SERVER = "postgres";

    /** What Linux says of a program whose file was replaced or removed while it runs. */
    private static final String DELETED = " (deleted)";

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

    /** A number alone tells nothing: it is ours when a living PostgreSQL was started with it on this very folder. */
    Identity identity(Path data) {
        if (isDead()) {
            return Identity.STRANGER;
        }
        Optional<String> program = program();
        if (program.isEmpty()) {
            return Identity.UNKNOWN;
        }
        if (!program.get().equals(SERVER)) {
            return Identity.STRANGER;
        }
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .map(worksOnOurData -> worksOnOurData ? Identity.OURS : Identity.STRANGER)
                .orElse(Identity.UNKNOWN);
    }

    private Optional<String> program() {
        return process.info()
                .command()
                .map(command -> command.replace(DELETED, ""))
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
