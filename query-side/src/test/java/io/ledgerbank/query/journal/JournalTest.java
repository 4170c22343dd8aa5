package io.ledgerbank.query.journal;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.journal.Journal.Range;
import io.ledgerbank.query.projection.ProjectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JournalTest extends ReadModelTest {

    @Autowired
    private Journal journal;

    @Test
    void every_line_is_there_once_in_order_and_the_lines_of_an_event_sum_to_zero() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        long before = head();
        books.deposit(alices, pounds("100"));
        books.transfer(alices, bobs, pounds("30"));
        caughtUp(ProjectionName.ENTRIES);

        List<JournalLine> lines = lines(new Range(Optional.of(before), Optional.of(head())));

        assertThat(lines)
                .hasSize(6)
                .isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
        assertThat(lines)
                .extracting(JournalLine::account)
                .containsOnlyOnce(bobs.toString())
                .contains("cash", "clearing");
        lines.stream().map(JournalLine::position).distinct().forEach(position -> assertThat(lines.stream()
                        .filter(line -> line.position() == position)
                        .mapToLong(line -> line.direction().equals("DEBIT")
                                ? -line.amount().minorUnits()
                                : line.amount().minorUnits())
                        .sum())
                .isZero());
    }

    @Test
    void parts_of_it_join_without_a_gap() {
        AccountId alices = books.open(alice);
        long before = head();
        for (int i = 1; i <= 5; i++) {
            books.deposit(alices, pounds("" + i));
        }
        caughtUp(ProjectionName.ENTRIES);
        long middle = before + 7;

        List<JournalLine> parts = new ArrayList<>(lines(new Range(Optional.of(before), Optional.of(middle))));
        parts.addAll(lines(new Range(Optional.of(middle), Optional.empty())));

        assertThat(parts).isEqualTo(lines(new Range(Optional.of(before), Optional.empty())));
    }

    @Test
    void it_is_for_staff_and_positions_are_not_negative() {
        assertThatThrownBy(() -> journal.requireReader(asAlice)).hasMessageContaining("insufficient_permissions");
        assertThatThrownBy(() -> new Range(Optional.of(-1L), Optional.empty()))
                .hasMessageContaining("invalid_parameter");
    }

    private List<JournalLine> lines(Range range) {
        List<JournalLine> lines = new ArrayList<>();
        journal.read(range, lines::add);
        return lines;
    }
}
