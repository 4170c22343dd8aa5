package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.bank.BankGateway;
import io.ledgerbank.saga.bank.BankGateways;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what is new behind a connection. Where nothing is, each account costs one request. Thread-safe. */
final class Syncing {

    private static final Logger LOG = LoggerFactory.getLogger(Syncing.class);

    /** Accounts come and go rarely. */
    private static final Duration ACCOUNTS_STAY_FOR = Duration.ofDays(1);

    private final BankGateways banks;
    private final TokenVault vault;
    private final ConnectionTable connections;
    private final LinkedAccounts accounts;
    private final LinkedTransactions lines;
    private final TransactionOperations transactions;
    private final Clock clock;

    Syncing(
            BankGateways banks,
            TokenVault vault,
            ConnectionTable connections,
            LinkedAccounts accounts,
            LinkedTransactions lines,
            TransactionOperations transactions,
            Clock clock) {
        this.banks = banks;
        this.vault = vault;
        this.connections = connections;
        this.accounts = accounts;
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    SyncResult read(BankConnectionProgress connection) {
        BankConnectionId id = connection.requested().connectionId();
        try {
            read(id, banks.of(connection.requested().bank()));
            return new SyncResult.Done();
        } catch (Stopped stopped) {
            LOG.info("Bank connection {} is not read to the end: {}", id, stopped.why());
            return stopped.why();
        }
    }

    private void read(BankConnectionId id, BankGateway bank) {
        LiveAccess access = vault.find(id)
                .map(tokens -> new LiveAccess(id, tokens, bank, vault, clock))
                .orElseThrow(() -> Stopped.because(Reason.BANK_ACCESS_REVOKED));
        Instant now = clock.instant();
        if (!connections.readAccountsSince(id, now.minus(ACCOUNTS_STAY_FOR))) {
            access.ask(BankGateway::accounts).forEach(account -> accounts.upsert(id, account));
            connections.accountsRead(id, now);
        }
        for (LinkedAccounts.Readable account : accounts.of(id)) {
            read(id, account, access, now);
        }
        connections.synced(id, clock.instant());
    }

    private void read(BankConnectionId id, LinkedAccounts.Readable readable, LiveAccess access, Instant now) {
        LinkedAccount account = readable.account();
        ReadingAccount.Found found = new ReadingAccount(id, readable, access, now).read(accounts, lines, transactions);
        if (found == ReadingAccount.Found.LINES || account.balance().isEmpty()) {
            var balance = access.ask((bank, tokens) -> bank.balance(tokens, account.externalId()));
            if (!balance.amount().currency().equals(account.currency())) {
                throw Stopped.because(Reason.CURRENCY_MISMATCH);
            }
            accounts.setBalance(account.id(), balance);
        }
    }
}
