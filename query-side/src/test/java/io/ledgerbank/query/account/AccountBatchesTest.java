package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.query.BatchesTest;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.Folding;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AccountBatchesTest extends BatchesTest {

    private static final AccountId HOT = AccountId.next();
    private static final int DEPOSITS = 500;

    @Override
    protected List<Projection<?>> projections(Tables tables) {
        return List.of(new AccountProjection(tables), new EntryProjection(tables));
    }

    @Override
    protected List<String> tables() {
        return List.of("account", "hold", "entry", "internal_entry", "ledger_sum");
    }

    @Override
    protected int statements() {
        int accounts = 5;
        int entries = 4;
        return accounts + entries;
    }

    @Test
    void many_events_of_one_account_update_its_row_once_and_in_place() {
        try (Folding folding = new Folding(this::projections)) {
            folding.write(List.of(opened()), () -> 1);
            folding.jdbc().sql("SELECT pg_stat_force_next_flush()").query().listOfRows();

            folding.inOneTransaction(() -> {
                folding.write(deposits());

                assertThat(changed(folding, "account")).isEqualTo("0 1 1");
                assertThat(changed(folding, "entry")).isEqualTo(DEPOSITS + " 0 0");
                assertThat(changed(folding, "ledger_sum")).isEqualTo("2 0 0");
            });
            assertThat(folding.jdbc()
                            .sql("SELECT max(balance_after) FROM readmodel.entry")
                            .query(Long.class)
                            .single())
                    .isEqualTo(DEPOSITS);
        }
    }

    /** What was inserted, updated, and updated in place since the statistics were flushed. */
    private static String changed(Folding folding, String table) {
        return folding.jdbc().sql("""
                        SELECT n_tup_ins || ' ' || n_tup_upd || ' ' || n_tup_hot_upd FROM pg_stat_xact_user_tables
                        WHERE schemaname = 'readmodel' AND relname = :table""").param("table", table).query(String.class).single();
    }

    private static Recorded<Object> opened() {
        return recorded(
                new AccountOpened(
                        HOT,
                        UserId.next(),
                        "Hot",
                        AccountType.CHECKING,
                        Books.GBP,
                        CAROL.iban(),
                        new AccountLimits(Books.pounds("10"), Books.pounds("10"), Books.pounds("10")),
                        Books.NOW),
                1);
    }

    private static List<Recorded<Object>> deposits() {
        return LongStream.rangeClosed(2, DEPOSITS + 1)
                .mapToObj(position -> recorded(
                        new AccountCredited(
                                HOT,
                                PaymentId.next(),
                                Books.pounds("0.01"),
                                InternalAccount.CASH,
                                Counterparty.cash(),
                                "Paid in",
                                Books.TODAY,
                                Books.TODAY),
                        position))
                .toList();
    }

    private static Recorded<Object> recorded(Object event, long position) {
        return new Recorded<>(event, position, UUID.randomUUID().toString(), Books.NOW);
    }
}
