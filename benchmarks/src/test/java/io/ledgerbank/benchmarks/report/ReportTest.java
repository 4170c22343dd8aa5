package io.ledgerbank.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.benchmarks.report.Verdict.Judgement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Series OURS = series("ours", 400, 900, 500);
    private static final Series THEIRS = series("theirs", 250, 250, 250);

    @TempDir
    private Path folder;

    @Test
    void the_median_is_told_with_the_least_and_the_most() {
        assertThat(OURS.first().written()).isEqualTo("500 (400..900)");
    }

    @Test
    void milliseconds_are_told_to_the_tenth() {
        Figure figure =
                new Series("one", List.of(List.of(Value.millis("p99 ms", Duration.ofNanos(1_234_567))))).first();

        assertThat(figure.written()).isEqualTo("1.2");
    }

    @Test
    void a_goal_is_reached_by_the_ratio_of_medians() {
        Verdict verdict = Verdict.ratio(OURS, THEIRS, 200);

        assertThat(verdict.judgement()).isEqualTo(Judgement.REACHED);
        assertThat(verdict.reached()).isEqualTo("2.00 (1.60..3.60)");
    }

    @Test
    void a_goal_that_is_missed_by_a_hundredth_is_not_reached() {
        assertThat(Verdict.ratio(OURS, THEIRS, 201).judgement()).isEqualTo(Judgement.NOT_REACHED);
    }

    @Test
    void a_bound_is_kept_by_the_median() {
        assertThat(Verdict.atMost(OURS, "transfers/s", 500).judgement()).isEqualTo(Judgement.REACHED);
        assertThat(Verdict.atMost(OURS, "transfers/s", 499).judgement()).isEqualTo(Judgement.NOT_REACHED);
    }

    @Test
    void a_chart_is_well_formed_whatever_its_names() throws Exception {
        String svg = Chart.of(findings("1", "a < b & c"));

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void a_run_replaces_its_own_rows_and_leaves_the_others() throws IOException {
        Results results = new Results(folder);
        results.write(findings("1", "first"), List.of(), "one");
        results.write(findings("2", "second"), List.of(), "two");

        results.write(findings("1", "again"), List.of(), "one");

        assertThat(Files.readString(folder.resolve("results.md")))
                .containsOnlyOnce("[1](")
                .containsOnlyOnce("[2](");
        assertThat(Files.readString(folder.resolve("row-1.md")))
                .contains("again")
                .doesNotContain("first");
        assertThat(Files.readString(folder.resolve("row-2.md"))).contains("second");
    }

    private static Findings findings(String row, String title) {
        return new Findings(
                row, title, List.of(OURS, THEIRS), List.of(Verdict.ratio(OURS, THEIRS, 200)), List.of("As it is."));
    }

    private static Series series(String name, long... runs) {
        return new Series(
                name,
                Arrays.stream(runs)
                        .mapToObj(run -> List.of(Value.count("transfers/s", run)))
                        .toList());
    }
}
