package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.bank.BankAnswer;
import io.ledgerbank.saga.bank.BankConsent;
import io.ledgerbank.saga.bank.BankGateways;
import java.time.Clock;
import java.util.Optional;

/** Has the bank withdraw our access, and keeps nothing that it gave us. Thread-safe. */
final class Forgetting {

    private final BankGateways banks;
    private final TokenVault vault;
    private final LinkedAccounts accounts;
    private final Clock clock;

    Forgetting(BankGateways banks, TokenVault vault, LinkedAccounts accounts, Clock clock) {
        this.banks = banks;
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was read goes at once; the tokens once the bank has withdrawn the access that they are. */
    void finish(BankConnectionRequested connection) {
        accounts.forget(connection.connectionId());
        vault.find(connection.connectionId())
                .flatMap(access -> revoked(connection, access))
                .ifPresent(reason -> {
                    throw new RejectedException(reason, "The bank has not withdrawn our access yet");
                });
        vault.forget(connection.connectionId());
    }

    void tokensOf(BankConnectionId id) {
        vault.forget(id);
    }

    private Optional<Reason> revoked(BankConnectionRequested connection, BankAccess access) {
        Optional<BankConsent> consent = banks.consentOf(connection.bank());
        return consent.flatMap(bank -> bank.revoke(live(connection, access)));
    }

    /** An access that has ended by itself withdraws nothing; the one that follows it does. */
    private BankAccess live(BankConnectionRequested connection, BankAccess access) {
        boolean ended =
                access.expiresAt().filter(end -> !clock.instant().isBefore(end)).isPresent();
        if (ended
                && banks.of(connection.bank()).refresh(access)
                        instanceof BankAnswer.Told<BankAccess>(BankAccess fresh)) {
            vault.put(connection.connectionId(), fresh);
            return fresh;
        }
        return access;
    }
}
