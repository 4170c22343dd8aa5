package io.ledgerbank.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_to_a_file_leads_to_one(Path page) throws IOException {
        List<String> dead = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .filter(target -> Files.notExists(page.resolveSibling(target)))
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void the_readme_is_read_in_a_minute() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void decisions_are_numbered_without_gaps() {
        List<Path> decisions = list(ROOT.resolve("docs/decisions"));

        assertThat(decisions)
                .extracting(page -> page.getFileName().toString().substring(0, 4))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, decisions.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_is_titled_by_its_number(Path page) throws IOException {
        String number =
                String.valueOf(Integer.parseInt(page.getFileName().toString().substring(0, 4)));

        assertThat(Files.readAllLines(page).getFirst()).startsWith("# " + number + ". ");
    }

    @Test
    void every_setting_of_ours_is_in_the_operators_table() throws IOException {
        String operations = Files.readString(ROOT.resolve("docs/operations.md"));

        assertThat(Pattern.compile("\\$\\{([A-Z_]+):")
                        .matcher(Files.readString(ROOT.resolve("app/src/main/resources/application.yaml")))
                        .results()
                        .map((MatchResult setting) -> setting.group(1)))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(operations).contains(setting));
    }

    static Stream<Path> pages() {
        return Stream.concat(list(ROOT).stream(), walk(ROOT.resolve("docs")))
                .filter(page -> page.toString().endsWith(".md"));
    }

    static Stream<Path> decisions() {
        return list(ROOT.resolve("docs/decisions")).stream();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            return content.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
