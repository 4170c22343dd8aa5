package io.ledgerbank.query.paging;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.ReadStatements;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaFilter;
import io.ledgerbank.query.payment.SagaQueries;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No list asks the database for each of its rows. */
class ListStatementsTest extends ReadModelTest {

    private static final int MANY = 5;

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private SagaQueries sagas;

    @Autowired
    private EventLog log;

    private AccountId account;

    @BeforeEach
    void much_has_happened() {
        account = books.open(alice);
        books.deposit(account, pounds("100"));
        for (int i = 0; i < MANY; i++) {
            books.open(alice);
            PaymentId id = books.order(account, pounds("1"));
            books.attempt(id, 1);
        }
        for (int i = 0; i < MANY; i++) {
            books.withdraw(account, pounds("1"));
        }
        allCaughtUp();
    }

    @Test
    void a_page_of_many_rows_costs_the_statements_of_a_page_of_one() {
        Map<String, Function<Paging, Page<?>>> lists = Map.of(
                "accounts", page -> accounts.accounts(asAlice, page),
                "entries", page -> accounts.entries(account, allEntries(), page, asAlice),
                "holds", page -> accounts.holds(account, page, asAlice),
                "payments", page -> payments.payments(allPayments(), page, asAlice),
                "sagas", page -> sagas.sagas(allSagas(), page, STAFF),
                "events", page -> log.events(allEvents(), page, STAFF));

        assertThat(lists).allSatisfy((name, list) -> {
            assertThat(statements(list, 1)).isEqualTo(statements(list, MANY)).isBetween(1L, 2L);
        });
    }

    private static long statements(Function<Paging, Page<?>> list, int rows) {
        ReadStatements.forget();
        assertThat(list.apply(first(rows)).items()).hasSize(rows);
        return ReadStatements.count();
    }

    private static EntryFilter allEntries() {
        return new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PaymentFilter allPayments() {
        return new PaymentFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SagaFilter allSagas() {
        return new SagaFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static EventFilter allEvents() {
        return new EventFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
