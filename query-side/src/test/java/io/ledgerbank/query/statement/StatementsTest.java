package io.ledgerbank.query.statement;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.statement.Statement.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StatementsTest extends ReadModelTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final Period OCTOBER = new Period(FIRST, FIRST.plusDays(30));

    @Autowired
    private Statements statements;

    @Autowired
    private CsvStatement csv;

    @Autowired
    private PdfStatement pdf;

    @Autowired
    private CamtStatement camt;

    @Test
    void it_begins_with_what_was_there_and_ends_with_what_is_left() {
        AccountId account = books.open(alice);
        books.credit(account, pounds("100"), FIRST.minusDays(1));
        books.credit(account, pounds("20"), FIRST);
        books.credit(account, pounds("3"), FIRST.plusDays(30));
        books.credit(account, pounds("0.50"), FIRST.plusDays(31));
        allCaughtUp();

        Statement october = statements.of(account, OCTOBER, asAlice);

        assertThat(october.openingBalance()).isEqualTo(pounds("100"));
        assertThat(october.entries()).extracting(StatementLine::balance).containsExactly(pounds("120"), pounds("123"));
        assertThat(october.closingBalance()).isEqualTo(pounds("123"));
        assertThat(october.credits().count()).isEqualTo(2);
        assertThat(october.credits().sum().decimal()).isEqualTo("23.00");
        assertThat(october.debits().count()).isZero();
        assertThat(statements
                        .of(account, new Period(FIRST.plusDays(31), FIRST.plusDays(40)), asAlice)
                        .openingBalance())
                .isEqualTo(october.closingBalance());
    }

    @Test
    void lines_are_in_the_order_of_their_days_although_clocks_differ_around_midnight() {
        AccountId account = books.open(alice);
        books.credit(account, pounds("100"), FIRST.minusDays(1));
        books.credit(account, pounds("20"), FIRST);
        books.credit(account, pounds("3"), FIRST.minusDays(1));
        books.credit(account, pounds("0.50"), FIRST);
        allCaughtUp();

        Statement october = statements.of(account, OCTOBER, asAlice);

        assertThat(october.openingBalance()).isEqualTo(pounds("103"));
        assertThat(october.closingBalance()).isEqualTo(pounds("123.50"));
        assertThat(statements
                        .of(account, new Period(FIRST.minusDays(1), FIRST.minusDays(1)), asAlice)
                        .closingBalance())
                .isEqualTo(pounds("103"));
    }

    @Test
    void of_a_period_that_is_over_it_has_the_same_bytes_whatever_happens_later() {
        AccountId account = books.open(alice);
        books.append(new UserRegistered(alice, "alice@example.com", "Alice Example", Role.USER, Books.NOW));
        books.credit(account, pounds("100"), FIRST);
        allCaughtUp();
        Statement before = statements.of(account, OCTOBER, asAlice);

        books.credit(account, pounds("20"), Books.TODAY);
        allCaughtUp();
        Statement after = statements.of(account, OCTOBER, STAFF);

        assertThat(before.state()).isEqualTo(State.FINAL);
        assertThat(before.holder()).isEqualTo("Alice Example");
        assertThat(after).isEqualTo(before);
        assertThat(csv.render(after)).isEqualTo(csv.render(before));
        assertThat(pdf.render(after)).isEqualTo(pdf.render(before));
        assertThat(camt.render(after)).isEqualTo(camt.render(before));
    }

    @Test
    void of_a_period_that_is_not_over_it_says_so_and_changes_only_when_something_is_booked() {
        LocalDate today = Books.TODAY;
        Period now = new Period(today.minusDays(3), today);
        AccountId account = books.open(alice);
        allCaughtUp();
        Statement empty = statements.of(account, now, asAlice);
        books.credit(books.open(bob), pounds("1"), today);
        allCaughtUp();
        assertThat(statements.of(account, now, asAlice)).isEqualTo(empty);

        books.credit(account, pounds("100"), today);
        allCaughtUp();
        Statement later = statements.of(account, now, asAlice);

        assertThat(empty.state()).isEqualTo(State.PROVISIONAL);
        assertThat(later.state()).isEqualTo(State.PROVISIONAL);
        assertThat(later.id()).isNotEqualTo(empty.id());
        assertThat(later.position()).isEqualTo(head());
    }

    @Test
    void it_is_for_the_owner_and_for_staff() {
        AccountId account = books.open(alice);
        allCaughtUp();

        assertThat(statements.of(account, OCTOBER, STAFF).entries()).isEmpty();
        assertThatThrownBy(() -> statements.of(account, OCTOBER, asBob)).hasMessageContaining("account_not_found");
    }

    @Test
    void periods_that_make_no_sense_are_refused() {
        AccountId account = books.open(alice);
        allCaughtUp();
        LocalDate tomorrow = Books.TODAY.plusDays(1);

        assertThatThrownBy(() -> new Period(FIRST, FIRST.minusDays(1))).hasMessageContaining("from is not after to");
        assertThatThrownBy(() -> new Period(FIRST, FIRST.plusDays(366))).hasMessageContaining("at most 366 days");
        assertThatThrownBy(() -> statements.of(account, new Period(tomorrow, tomorrow), asAlice))
                .hasMessageContaining("invalid_parameter: A statement is of days that have come");
    }
}
