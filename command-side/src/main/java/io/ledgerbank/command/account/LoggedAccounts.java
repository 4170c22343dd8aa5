package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.command.user.AccountsOfUsers;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.Repository;

/**
 * Finds somebody's accounts in the log itself, within the transaction of the batch that asks: what another node has added
 * meanwhile makes the batch lose the race for the head and be decided again.
 */
final class LoggedAccounts implements AccountsOfUsers {

    private final Function<UserId, List<String>> openedBy;
    private final Repository<Account> accounts;

    /** @param openedBy the streams of all accounts that the log says a user has opened */
    LoggedAccounts(Function<UserId, List<String>> openedBy, Repository<Account> accounts) {
        this.openedBy = openedBy;
        this.accounts = accounts;
    }

    @Override
    public boolean anyOpen(UserId owner) {
        return NewOwners.include(owner) || openedBy.apply(owner).stream().anyMatch(this::isOpen);
    }

    private boolean isOpen(String account) {
        return accounts.load(account).invoke(Account::facts).status() != AccountStatus.CLOSED;
    }
}
