package io.ledgerbank.simulator.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.simulator.journal.JournalRecord.Arrived;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveringTheJournalTest {

    private static final JournalRecord ONE = SomeRecords.execution("one");
    private static final JournalRecord TWO =
            new Rejected(SomeRecords.instruction("two"), "AC04", "closed", Instant.parse("2026-03-01T10:00:00Z"));
    private static final JournalRecord AGAIN = new Arrived("one");
    private static final byte[] LAST_LINE = JournalLine.encode(TWO);

    @TempDir
    Path folder;

    @Test
    void hands_over_what_was_kept_in_order() {
        write(ONE, AGAIN, TWO);

        assertThat(recovered()).containsExactly(ONE, AGAIN, TWO);
    }

    @Test
    void starts_with_nothing_in_a_folder_that_does_not_exist_yet() {
        Journal.open(folder.resolve("new").resolve("journal"), _record -> {}).close();

        assertThat(folder.resolve("new").resolve("journal")).isEmptyFile();
    }

    @Test
    void drops_a_last_line_that_was_cut_off_anywhere() throws IOException {
        write(ONE, AGAIN);
        long intact = Files.size(file());
        for (int length = 1; length < LAST_LINE.length; length++) {
            Files.write(file(), Arrays.copyOf(LAST_LINE, length), StandardOpenOption.APPEND);

            assertThat(recovered()).as("cut to %d bytes", length).containsExactly(ONE, AGAIN);
            assertThat(Files.size(file())).isEqualTo(intact);
        }
    }

    @Test
    void drops_a_last_line_whose_checksum_is_wrong() throws IOException {
        write(ONE, TWO);
        replace("\"AC04\"", "\"AC06\"");

        assertThat(recovered()).containsExactly(ONE);
    }

    @Test
    void writes_on_behind_the_intact_part() throws IOException {
        write(ONE);
        Files.writeString(file(), "{\"crc32c\":\"0000", StandardOpenOption.APPEND);
        write(TWO);

        assertThat(recovered()).containsExactly(ONE, TWO);
    }

    @Test
    void refuses_damage_before_intact_records_and_leaves_it_as_it_is() throws IOException {
        write(ONE, TWO);
        replace("12.34\",\"currency\":\"GBP\"},\"debtor\"", "99.34\",\"currency\":\"GBP\"},\"debtor\"");
        byte[] damaged = Files.readAllBytes(file());

        assertThatThrownBy(this::recovered)
                .isInstanceOf(JournalUnavailable.class)
                .hasMessage("The journal " + file() + " is damaged in line 1, before intact records");
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void refuses_a_file_that_another_has_open_until_it_is_closed() {
        Journal first = Journal.open(file(), _record -> {});

        assertThatThrownBy(this::recovered)
                .isInstanceOf(JournalUnavailable.class)
                .hasMessage("The journal " + file() + " is in use by another bank simulator");

        first.close();
        assertThat(recovered()).isEmpty();
    }

    private void write(JournalRecord... records) {
        try (Journal journal = Journal.open(file(), _record -> {})) {
            for (JournalRecord journalRecord : records) {
                journal.append(journalRecord).join();
            }
        }
    }

    private List<JournalRecord> recovered() {
        List<JournalRecord> records = new ArrayList<>();
        Journal.open(file(), records::add).close();
        return records;
    }

    private void replace(String original, String forged) throws IOException {
        String content = Files.readString(file(), UTF_8);
        assertThat(content).contains(original);
        int at = content.indexOf(original);
        Files.writeString(file(), content.substring(0, at) + forged + content.substring(at + original.length()), UTF_8);
    }

    private Path file() {
        return folder.resolve("journal");
    }
}
