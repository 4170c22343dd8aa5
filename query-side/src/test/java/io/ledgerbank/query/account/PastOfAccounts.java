package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import io.ledgerbank.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A year of accounts in a database of its own: everything that happened, when it was recorded, and what it adds up to. */
final class PastOfAccounts implements AutoCloseable {

    private static final AccountLimits LIMITS = new AccountLimits(money(1), money(1), money(1));

    private final ZoneId zone;
    private final SingleConnectionDataSource database;
    private final JdbcClient jdbc;
    private final List<Recorded<AccountEvent>> log = new ArrayList<>();
    private final Map<AccountId, List<FundsHeld>> holds = new HashMap<>();
    private Instant now;

    PastOfAccounts(ZoneId zone, Instant begin) {
        this.zone = zone;
        this.now = begin;
        try {
            database = new SingleConnectionDataSource(
                    TestPostgres.freshDatabase("eventlog", "readmodel")
                            .dataSource()
                            .getConnection(),
                    true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        jdbc = JdbcClient.create(database);
    }

    PastBalances balances(Clock calendar) {
        return new PastBalances(jdbc, new KnowledgeReader(jdbc), calendar);
    }

    AccountId opened() {
        AccountId id = AccountId.next();
        record(new AccountOpened(
                id, UserId.next(), "Household", AccountType.CHECKING, Books.GBP, Books.OUR_IBAN, LIMITS, now));
        return id;
    }

    /** Mostly soon after the last, sometimes days later, and now and then on a node whose clock is an hour off. */
    void happens(AccountId account, Random random) {
        now = now.plusSeconds(random.nextInt(8) == 0 ? random.nextInt(200_000) : random.nextInt(2_000));
        LocalDate booked = LocalDate.ofInstant(now.plusSeconds(random.nextInt(-3600, 3600)), zone);
        LocalDate valued = random.nextInt(3) == 0 ? booked.plusDays(random.nextInt(-40, 40)) : booked;
        List<FundsHeld> open = holds.computeIfAbsent(account, id -> new ArrayList<>());
        Money amount = money(1 + random.nextInt(100_000));
        PaymentId payment = PaymentId.next();
        switch (random.nextInt(open.isEmpty() ? 8 : 12)) {
            case 0 -> record(new LimitsChanged(account, LIMITS, amount, now));
            case 1, 2, 3 -> {
                FundsHeld hold = new FundsHeld(account, payment, amount, Optional.empty());
                open.add(hold);
                record(hold);
            }
            case 4, 5 -> record(credited(account, payment, amount, booked, valued));
            case 6, 7 -> record(debited(account, payment, amount, booked, valued));
            case 8, 9 -> {
                FundsHeld hold = open.remove(random.nextInt(open.size()));
                record(new HoldReleased(account, hold.paymentId(), hold.amount(), Optional.empty()));
            }
            default -> record(captured(open.remove(random.nextInt(open.size())), booked, valued));
        }
    }

    private void record(AccountEvent event) {
        log.add(new Recorded<>(event, log.size() + 1L, UUID.randomUUID().toString(), now));
        jdbc.sql("""
                        INSERT INTO eventlog.event
                            (event_id, stream_type, stream_id, sequence, type, recorded_at, payload, metadata)
                        VALUES (:id, 'Account', 'A', :sequence, 'E', :time, '{}', '{}')""")
                .param("id", log.getLast().eventId())
                .param("sequence", log.size())
                .param("time", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Has the read models reckon in all that happened. */
    void project() {
        new AccountProjection(Tables.live(new JdbcTemplate(database))).write(log);
        new EntryProjection(Tables.live(new JdbcTemplate(database)))
                .write(log.stream()
                        .filter(recorded -> recorded.event() instanceof Booked)
                        .map(recorded -> recorded.of((Booked) recorded.event()))
                        .toList());
        jdbc.sql("INSERT INTO readmodel.projection SELECT name, :at, gen_random_uuid(), '-infinity' FROM unnest(ARRAY"
                        + " ['accounts', 'entries']) AS name")
                .param("at", position())
                .update();
    }

    Instant now() {
        return now;
    }

    long position() {
        return log.size();
    }

    Instant recordedAt(long position) {
        return log.get(Math.toIntExact(position - 1)).recordedAt();
    }

    long positionAt(Instant time) {
        return log.stream()
                .filter(recorded -> !recorded.recordedAt().isAfter(time))
                .count();
    }

    /** Posted, held and available, in minor units. */
    List<Long> worth(AccountId account, LocalDate day, long position) {
        long posted = 0;
        long held = 0;
        long overdraft = 0;
        for (Recorded<AccountEvent> recorded : log.subList(0, Math.toIntExact(position))) {
            if (!recorded.event().accountId().equals(account)) {
                continue;
            }
            if (recorded.event() instanceof MoneyEvent money
                    && !money.valueDate().isAfter(day)) {
                posted += money.entries().getFirst().change().minorUnits();
            }
            switch (recorded.event()) {
                case FundsHeld hold -> held += hold.amount().minorUnits();
                case HoldReleased release -> held -= release.amount().minorUnits();
                case HoldCaptured capture -> held -= capture.amount().minorUnits();
                case LimitsChanged limits -> overdraft = limits.overdraftLimit().minorUnits();
                default -> {}
            }
        }
        return List.of(posted, held, posted - held + overdraft);
    }

    @Override
    public void close() {
        database.destroy();
    }

    private static AccountCredited credited(
            AccountId account, PaymentId payment, Money amount, LocalDate booked, LocalDate valued) {
        return new AccountCredited(
                account, payment, amount, InternalAccount.CASH, Counterparty.cash(), "In", booked, valued);
    }

    private static AccountDebited debited(
            AccountId account, PaymentId payment, Money amount, LocalDate booked, LocalDate valued) {
        return new AccountDebited(
                account,
                payment,
                amount,
                InternalAccount.CASH,
                Counterparty.cash(),
                "Out",
                booked,
                valued,
                Optional.empty());
    }

    private static HoldCaptured captured(FundsHeld hold, LocalDate booked, LocalDate valued) {
        return new HoldCaptured(
                hold.accountId(),
                hold.paymentId(),
                hold.amount(),
                InternalAccount.settlement(Books.CAROL.bankCode()),
                Counterparty.external(Books.CAROL.name(), Books.CAROL.iban()),
                "Invoice",
                booked,
                valued);
    }

    private static Money money(long minorUnits) {
        return new Money(minorUnits, Books.GBP);
    }
}
