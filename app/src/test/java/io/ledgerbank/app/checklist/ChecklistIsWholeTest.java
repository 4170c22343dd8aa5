package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every item of the checklist is tested, and the table in {@code docs/security.md} says where. */
class ChecklistIsWholeTest {

    private static final int ITEMS = 30;
    private static final Pattern NAMED = Pattern.compile("item_(\\d\\d)_.*");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]*\\|([^|]*)\\|$");
    private static final Path PAGE = Path.of("..", "docs", "security.md");

    @Test
    void each_item_has_a_test_in_a_class_that_the_table_names() throws IOException {
        Map<Integer, Set<String>> tested = tested();
        Map<Integer, String> told = told();

        assertThat(tested).hasSize(ITEMS);
        assertThat(told).hasSize(ITEMS);
        tested.forEach((item, classes) ->
                assertThat(told.get(item)).as("item %d", item).contains(classes));
    }

    private static Map<Integer, Set<String>> tested() {
        Map<Integer, Set<String>> tested = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("io.ledgerbank.app").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .forEach(method -> note(method, tested));
        return tested;
    }

    private static void note(JavaMethod method, Map<Integer, Set<String>> tested) {
        Matcher named = NAMED.matcher(method.getName());
        if (named.matches()) {
            tested.computeIfAbsent(Integer.valueOf(named.group(1)), item -> new TreeSet<>())
                    .add(method.getOwner().getSimpleName());
        }
    }

    private static Map<Integer, String> told() throws IOException {
        Map<Integer, String> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            told.put(Integer.valueOf(row.group(1)), row.group(2));
        }
        return told;
    }
}
