package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.CAROL;
import static io.ledgerbank.query.Books.OUR_IBAN;
import static io.ledgerbank.query.Books.TODAY;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntryProjectionTest extends ReadModelTest {

    private static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());

    @Autowired
    private AccountQueries accounts;

    @Test
    void an_entry_tells_what_was_booked_and_what_was_left() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        PaymentId lunch = books.transfer(alices, bobs, pounds("30"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        EntryDetails entry = entries(alices, ALL).getFirst();

        assertThat(entry.direction()).isEqualTo(Direction.DEBIT);
        assertThat(entry.amount()).isEqualTo(pounds("30"));
        assertThat(entry.balanceAfter()).isEqualTo(pounds("70"));
        assertThat(entry.paymentId()).isEqualTo(lunch);
        assertThat(entry.counterparty()).isEqualTo(Counterparty.ours(bobs, OUR_IBAN));
        assertThat(entry.remittanceInformation()).isEqualTo("Lunch");
        assertThat(entry.bookingDate()).isEqualTo(TODAY);
        assertThat(entry.valueDate()).isEqualTo(TODAY);
    }

    @Test
    void an_entry_stands_at_the_position_of_its_event_and_has_its_id() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        EntryDetails entry = entries(id, ALL).getFirst();

        assertThat(jdbc.sql("SELECT event_id FROM eventlog.event WHERE position = :position")
                        .param("position", entry.position())
                        .query(String.class)
                        .single())
                .isEqualTo(entry.id().toString());
    }

    @Test
    void a_held_amount_is_no_entry_until_it_is_captured() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        PaymentId payment = books.order(id, pounds("40"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        assertThat(entries(id, ALL)).hasSize(1);

        books.settle(payment, id, pounds("40"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        assertThat(entries(id, ALL)).hasSize(2).first().satisfies(captured -> {
            assertThat(captured.direction()).isEqualTo(Direction.DEBIT);
            assertThat(captured.balanceAfter()).isEqualTo(pounds("60"));
            assertThat(captured.counterparty()).isEqualTo(Counterparty.external(CAROL.name(), CAROL.iban()));
        });
    }

    @Test
    void the_banks_own_accounts_have_the_other_side_of_every_entry() {
        AccountId id = books.open(alice);
        PaymentId payment = books.deposit(id, pounds("100"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        assertThat(jdbc.sql(
                                "SELECT account, direction, amount FROM readmodel.internal_entry WHERE payment_id = :payment")
                        .param("payment", payment.value())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("account", "cash")
                        .containsEntry("direction", "DEBIT")
                        .containsEntry("amount", 10_000L));
    }

    @Test
    void entries_are_filtered_by_booking_date_and_direction() {
        AccountId id = books.open(alice);
        for (int day = 1; day <= 5; day++) {
            books.credit(id, pounds("1"), LocalDate.of(2026, 11, day));
        }
        books.withdraw(id, pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        var middle = new EntryFilter(
                Optional.of(LocalDate.of(2026, 11, 2)), Optional.of(LocalDate.of(2026, 11, 4)), Optional.empty());
        var debits = new EntryFilter(Optional.empty(), Optional.empty(), Optional.of(Direction.DEBIT));

        assertThat(entries(id, middle))
                .extracting(entry -> entry.bookingDate().getDayOfMonth())
                .containsExactly(4, 3, 2);
        assertThat(entries(id, debits)).extracting(EntryDetails::bookingDate).containsExactly(TODAY);
    }

    private List<EntryDetails> entries(AccountId id, EntryFilter filter) {
        return accounts.entries(id, filter, first(100), STAFF).items();
    }
}
