package io.ledgerbank.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.report.Verdict.Judgement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row once, for a moment, without pgbench: whether it runs and its books are right, never how fast it is. */
class BenchmarksTest {

    private static final int NO_PGBENCH = 0;

    @TempDir
    static Path folder;

    private static List<Findings> found = List.of();

    @BeforeAll
    static void run_every_row_for_a_moment() throws Exception {
        Settings settings = new Settings(
                Set.of("1", "2", "3", "4", "5", "6", "7", "8", "stream"),
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                1,
                NO_PGBENCH,
                20,
                20_000,
                folder.resolve("data"),
                folder.resolve("results"));
        found = Benchmarks.run(settings, new PrintStream(PrintStream.nullOutputStream()));
    }

    @Test
    void every_row_is_measured_and_its_books_are_right() {
        assertThat(found).extracting(Findings::row).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "stream");
    }

    @Test
    void every_side_has_carried_something_out() {
        assertThat(found)
                .flatExtracting(Findings::series)
                .allSatisfy(series -> assertThat(series.first().least()).isPositive());
    }

    @Test
    void what_pgbench_would_judge_stays_unjudged_without_it() {
        assertThat(found)
                .filteredOn(findings -> Set.of("1", "2", "3").contains(findings.row()))
                .flatExtracting(Findings::verdicts)
                .filteredOn(verdict -> verdict.reached().endsWith("without pgbench"))
                .hasSize(4)
                .extracting(Verdict::judgement)
                .containsOnly(Judgement.UNJUDGED);
    }

    @Test
    void every_row_has_a_page_and_a_chart_and_all_verdicts_are_in_one() throws IOException {
        Path results = folder.resolve("results");

        assertThat(found)
                .extracting(Findings::slug)
                .allSatisfy(slug ->
                        assertThat(results.resolve(slug + ".md")).content().contains(slug + ".svg"))
                .allSatisfy(slug -> assertThat(results.resolve(slug + ".svg")).exists())
                .allSatisfy(slug -> assertThat(Files.readString(results.resolve("results.md")))
                        .contains(slug));
    }

    @Test
    void the_server_is_gone_and_so_is_its_data() {
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
