package io.ledgerbank.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of results: a page and a chart for each row, and a page with all verdicts. A run replaces the rows that it
 * measured and leaves the others.
 */
public record Results(Path folder) {

    private static final String SUMMARY = "results.md";
    private static final String VERDICT = "| [";
    private static final String CHANGED_COPY = "-dirty, load average";
    private static final String NO_EVIDENCE = "| no evidence: measured on a changed working copy |";

    private static final String INTRODUCTION = """
            # Measured beside the goals

            Written by the benchmark runner; [README](README.md) says what each row measures, which command makes it and how to read
            it. Each row's page tells on what machine and when it was measured.

            """;

    /**
     * @param facts about the machine and the run, a line each
     * @param command that repeats the row
     */
    public void write(Findings findings, List<String> facts, String command) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(findings.slug() + ".svg"), Chart.of(findings));
        Files.writeString(folder.resolve(findings.slug() + ".md"), page(findings, facts, command));
        Files.writeString(folder.resolve(SUMMARY), summary());
    }

    /** For the terminal. */
    public static String tables(Findings findings) {
        return """

                ## Row %s: %s

                %s

                %s
                """.formatted(
                        findings.row(),
                        findings.title(),
                        Table.of(findings.series()).markdown(),
                        Table.ofVerdicts(findings).markdown());
    }

    private static String page(Findings findings, List<String> facts, String command) {
        return """
                # Row %s: %s

                %s

                ![%s](%s.svg)

                ## Figures

                The median of the runs, and in brackets the least and the most.

                %s

                ## How

                %s

                ## Where

                %s

                Repeat it with `%s`.
                """.formatted(
                        findings.row(),
                        findings.title(),
                        Table.ofVerdicts(findings).markdown(),
                        findings.title(),
                        findings.slug(),
                        Table.of(findings.series()).markdown(),
                        bullets(findings.notes()),
                        bullets(facts),
                        command);
    }

    private String summary() throws IOException {
        List<String> lines = rowPages().stream().flatMap(Results::verdictsOn).toList();
        String head = new Table(Table.VERDICTS, List.of()).markdown();
        return INTRODUCTION + head + "\n" + String.join("\n", lines) + "\n";
    }

    private List<Path> rowPages() throws IOException {
        try (Stream<Path> pages = Files.list(folder)) {
            return pages.filter(page -> page.getFileName().toString().matches("row-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> verdictsOn(Path page) {
        try {
            List<String> lines = Files.readAllLines(page);
            boolean clean = lines.stream().noneMatch(line -> line.contains(CHANGED_COPY));
            return lines.stream()
                    .filter(line -> line.startsWith(VERDICT))
                    .map(line ->
                            clean ? line : line.substring(0, line.lastIndexOf('|', line.length() - 2)) + NO_EVIDENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bullets(List<String> sentences) {
        return sentences.stream().map(sentence -> "- " + sentence).collect(Collectors.joining("\n"));
    }
}
