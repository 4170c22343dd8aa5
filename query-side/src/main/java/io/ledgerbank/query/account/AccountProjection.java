package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RememberedRows;
import io.ledgerbank.query.projection.RowFold;
import io.ledgerbank.query.projection.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what each account is and how much is posted and held on it. */
final class AccountProjection implements Projection<AccountEvent> {

    private static final int MOST_REMEMBERED = 10_000;

    private final AccountTable accounts;
    private final TermsTable terms;
    private final HoldTable holds;
    private final RememberedRows<AccountFunds> remembered = new RememberedRows<>(MOST_REMEMBERED);

    AccountProjection(Tables tables) {
        this.accounts = new AccountTable(tables);
        this.terms = new TermsTable(tables);
        this.holds = new HoldTable(tables);
    }

    @Override
    public Class<AccountEvent> events() {
        return AccountEvent.class;
    }

    @Override
    public void write(List<Recorded<AccountEvent>> batch) {
        holds.write(batch);
        List<UUID> ids = Recorded.distinct(batch, event -> event.accountId().value());
        RowFold<AccountFunds> funds = new RowFold<>(remembered.find(ids, accounts::find));
        List<Recorded<AccountOpened>> opened = new ArrayList<>();
        List<Recorded<AccountChanged>> changes = new ArrayList<>();
        for (Recorded<AccountEvent> recorded : batch) {
            funds.find(recorded.event().accountId().value())
                    .ifPresentOrElse(
                            known -> change(known, recorded, funds, changes),
                            () -> opened.add(firstOf(recorded, funds)));
        }
        accounts.insert(opened, funds.added());
        accounts.update(funds.changed());
        changes.forEach(terms::write);
        remembered.remember(funds.added());
        remembered.remember(funds.changed());
    }

    @Override
    public void forget() {
        remembered.forget();
    }

    private static void change(
            AccountFunds known,
            Recorded<AccountEvent> recorded,
            RowFold<AccountFunds> funds,
            List<Recorded<AccountChanged>> changes) {
        if (recorded.position() <= known.lastPosition()) {
            return;
        }
        funds.put(recorded.event().accountId().value(), known.after(recorded.event(), recorded.position()));
        if (recorded.event() instanceof AccountChanged change) {
            changes.add(recorded.as(change));
        }
    }

    private static Recorded<AccountOpened> firstOf(Recorded<AccountEvent> recorded, RowFold<AccountFunds> funds) {
        if (!(recorded.event() instanceof AccountOpened opened)) {
            throw new IllegalStateException("The event at " + recorded.position() + " is of account "
                    + recorded.event().accountId() + ", which was not opened");
        }
        funds.put(opened.accountId().value(), AccountFunds.whenOpened(recorded.position()));
        return recorded.as(opened);
    }
}
