package io.ledgerbank.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ends the servers of test JVMs that were killed before they could do it themselves. A server is ended only if its
 * folder names a JVM that is gone and its command line names that folder.
 */
final class LeftoverServers {

    static final String DATA = "data";

    private static final String PREFIX = "ledgerbank-test-postgres-";
    private static final Pattern FOLDER = Pattern.compile(PREFIX + "(\\d+)-.*");

    private LeftoverServers() {}

    static String folderPrefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    static void sweep() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders.filter(LeftoverServers::isOrphaned).forEach(LeftoverServers::endAndRemove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOrphaned(Path folder) {
        Matcher matcher = FOLDER.matcher(folder.getFileName().toString());
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
    }

    private static void endAndRemove(Path folder) {
        postmasterOf(folder.resolve(DATA)).ifPresent(LeftoverServers::end);
        remove(folder);
    }

    private static Optional<ProcessHandle> postmasterOf(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).filter(process -> process.info()
                    .commandLine()
                    .filter(line -> line.contains(data.toString()))
                    .isPresent());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle postmaster) {
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The leftover test server " + postmaster.pid() + " does not end", e);
        }
    }

    /** Best effort: a folder of another user, or one that another JVM is removing too, is not this test's problem. */
    static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not remove " + folder + ": " + e);
        }
    }
}
