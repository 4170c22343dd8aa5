package io.ledgerbank.app.story;

import io.ledgerbank.simulator.BankSimulatorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A bank that goes wrong at random, the same way with the same seed, and executes again whatever comes again, in a process of
 * its own: its journal outlives whatever happens to us and testifies afterwards.
 */
final class BadBank implements AutoCloseable {

    /** In percent of all payments; the rest is executed at once. */
    private static final List<Map<String, Object>> SHARES = List.of(
            share(8, executes("LOST")),
            share(4, executes("SILENT")),
            share(2, executes("NONSENSE")),
            share(2, executes("TRUNCATED")),
            share(1, executes("WRONG_INSTRUCTION_ID")),
            share(1, executes("WRONG_AMOUNT")),
            share(1, executes("REDIRECT")),
            share(6, Map.of("kind", "DOWN", "times", 1)),
            share(3, Map.of("kind", "DOWN", "times", 2)),
            share(1, Map.of("kind", "DOWN", "times", 9)),
            share(2, Map.of("kind", "TIMES_OUT")),
            share(4, Map.of("kind", "REJECTS", "isoReason", "AC04")));

    private static final int INQUIRIES_FAILING = 20;

    /** Whatever comes again it executes again: what was sent twice is seen to be executed twice. */
    private static final List<String> NO_MEMORY = List.of("EXECUTES_REPEATS");

    private final Path journal;
    private final ServiceProcess process;
    private final String url;

    private BadBank(Path journal, ServiceProcess process, String url) {
        this.journal = journal;
        this.process = process;
        this.url = url;
    }

    static BadBank start(Path folder, long seed) {
        Path journal = folder.resolve("journal");
        ServiceProcess process = ServiceProcess.start(
                BankSimulatorApplication.class,
                folder.resolve("bank.log"),
                List.of("--port=0", "--journal=" + journal, "--silence=PT3S"));
        BadBank bank = new BadBank(
                journal,
                process,
                process.awaitLine("(http://127\\.0\\.0\\.1:\\d+)").group(1));
        bank.client()
                .put(
                        "/faults",
                        Map.of(
                                "habits",
                                NO_MEMORY,
                                "mix",
                                Map.of("seed", seed, "shares", SHARES, "inquiriesFailing", INQUIRIES_FAILING)))
                .expect(200);
        return bank;
    }

    /** Tells it once more what it has executed, as nobody ever should. */
    void resend(String instruction) {
        JsonNode order = testimony().decisions().get(instruction).getFirst().path("instruction");
        client().post("/payments", order).expect(201);
    }

    String url() {
        return url;
    }

    /** How many instructions it has decided, counted on its disk. */
    long decided() {
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.filter(line -> !line.contains("\"kind\":\"ARRIVED\"")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it did, as it tells in the end. */
    Testimony testimony() {
        JsonNode told = client().get("/journal").expect(200).body();
        return new Testimony(
                told.path("entries").valueStream().collect(Collectors.groupingBy(BadBank::instructionIn)),
                Stream.of("entries", "undecided")
                        .flatMap(kind -> told.path(kind).valueStream())
                        .collect(Collectors.toMap(
                                BadBank::instructionIn,
                                entry -> entry.path("arrivals").asInt(),
                                Math::max)));
    }

    /**
     * @param decisions by instruction
     * @param arrivals how many requests came for each instruction
     */
    record Testimony(Map<String, List<JsonNode>> decisions, Map<String, Integer> arrivals) {

        /** By which the bank knows what it executed for the instruction. */
        List<String> executionsOf(String instruction) {
            return decisions.getOrDefault(instruction, List.of()).stream()
                    .filter(entry -> entry.path("status").asString().equals("EXECUTED"))
                    .map(entry -> entry.path("bankReference").asString())
                    .toList();
        }

        int arrivalsOf(String instruction) {
            return arrivals.getOrDefault(instruction, 0);
        }
    }

    private ApiClient client() {
        return ApiClient.at(url);
    }

    private static String instructionIn(JsonNode entry) {
        return entry.path("instructionId").asString();
    }

    private static Map<String, Object> share(int percent, Map<String, Object> behaviour) {
        return Map.of("percent", percent, "behaviour", behaviour);
    }

    private static Map<String, Object> executes(String reply) {
        return Map.of("kind", "EXECUTES", "reply", reply);
    }

    @Override
    public void close() {
        process.close();
    }
}
