package io.ledgerbank.query.paging;

import static io.ledgerbank.query.Books.TODAY;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryDetails;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.audit.LoggedEvent;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.projection.ProjectionName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class KeysetPagingTest extends ReadModelTest {

    private static final EntryFilter ALL_ENTRIES =
            new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private EventLog log;

    private AccountId alices;
    private AccountId bobs;

    @BeforeEach
    void two_accounts() {
        alices = books.open(alice);
        bobs = books.open(bob);
    }

    @Test
    void entries_come_once_each_while_others_are_added_and_many_share_a_day() {
        for (int day = 9; day >= 0; day--) {
            for (int i = 0; i < 3; i++) {
                books.credit(alices, pounds("1"), TODAY.minusDays(day));
            }
        }
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);
        List<Long> there = new ArrayList<>();
        accounts.entries(alices, ALL_ENTRIES, first(100), asAlice)
                .items()
                .forEach(entry -> there.add(entry.position()));

        List<EntryDetails> paged = walk(7, paging -> {
            Page<EntryDetails> page = accounts.entries(alices, ALL_ENTRIES, paging, asAlice);
            books.credit(alices, pounds("1"), TODAY);
            caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);
            return page;
        });

        assertThat(there).hasSize(30);
        assertThat(paged).extracting(EntryDetails::position).containsExactlyElementsOf(there);
    }

    @Test
    void payments_of_an_account_come_once_each_from_both_sides_while_others_are_added() {
        books.deposit(alices, pounds("100"));
        books.deposit(bobs, pounds("100"));
        List<PaymentId> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.addFirst(books.transfer(alices, bobs, pounds("1")));
            made.addFirst(books.transfer(bobs, alices, pounds("1")));
        }
        caughtUp(ProjectionName.PAYMENTS);
        var ofAlices = new PaymentFilter(
                Optional.of(alices), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        List<PaymentDetails> paged = walk(5, paging -> {
            Page<PaymentDetails> page = payments.payments(ofAlices, paging, STAFF);
            books.transfer(alices, bobs, pounds("1"));
            caughtUp(ProjectionName.PAYMENTS);
            return page;
        });

        assertThat(paged).extracting(PaymentDetails::id).startsWith(made.toArray(PaymentId[]::new));
        assertThat(paged).extracting(PaymentDetails::id).doesNotHaveDuplicates().hasSize(made.size() + 1);
    }

    @Test
    void events_come_once_each_newest_first() {
        for (int i = 0; i < 10; i++) {
            books.credit(alices, pounds("1"), TODAY);
        }
        var ofAlices = new EventFilter(
                Optional.of(alices.toString()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        List<LoggedEvent> paged = walk(3, paging -> log.events(ofAlices, paging, STAFF));

        assertThat(paged)
                .extracting(LoggedEvent::sequence)
                .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
    }

    @Test
    void a_part_that_ends_the_list_has_no_next() {
        books.credit(alices, pounds("1"), TODAY);
        books.credit(alices, pounds("1"), TODAY);
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);

        assertThat(accounts.entries(alices, ALL_ENTRIES, first(2), asAlice).nextCursor())
                .isEmpty();
        assertThat(accounts.entries(alices, ALL_ENTRIES, first(1), asAlice).nextCursor())
                .isPresent();
        assertThat(accounts.entries(bobs, ALL_ENTRIES, first(1), asBob).items()).isEmpty();
    }

    @Test
    void another_lists_cursor_is_refused() {
        books.credit(alices, pounds("1"), TODAY);
        books.credit(alices, pounds("1"), TODAY);
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES);
        Optional<String> entriesCursor =
                accounts.entries(alices, ALL_ENTRIES, first(1), asAlice).nextCursor();

        assertThatThrownBy(() -> accounts.accounts(asAlice, new Paging(1, entriesCursor)))
                .hasMessageStartingWith("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "account|2026-11-22T10:00:00Z",
                "account|2026-11-22T10:00:00Z|one",
                "account|2026-11-22T10:00:00Z|99999999999999999999",
                "account|2026-11-22|1",
                "account|+1000000000-12-31T23:59:59.999999999Z|1",
                "account|-0001-01-01T00:00:00Z|1",
                "account|2026-11-22T10:00:00Z|1|1",
                "account|2026-11-22T10:00:00Z' OR 1=1 --|1",
                "account|\u0000|1"
            })
    void a_cursor_that_was_not_issued_is_refused(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> accounts.accounts(asAlice, new Paging(1, Optional.of(cursor))))
                .hasMessageStartingWith("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "%00", "a b"})
    void a_cursor_that_is_no_base64_is_refused(String cursor) {
        assertThatThrownBy(() -> accounts.accounts(asAlice, new Paging(1, Optional.of(cursor))))
                .hasMessageStartingWith("invalid_cursor");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void a_limit_out_of_range_is_refused(int limit) {
        assertThatThrownBy(() -> first(limit)).hasMessage("invalid_parameter: limit is a number from 1 to 100");
    }

    private static <T> List<T> walk(int limit, Function<Paging, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(first(limit));
        all.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            assertThat(page.items()).hasSize(limit);
            page = list.apply(new Paging(limit, page.nextCursor()));
            all.addAll(page.items());
        }
        return all;
    }
}
