package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountChange;
import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.request.Explanation;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Changes accounts that exist: asks every policy, and only then lets the account change. */
final class ChangingAccounts {

    private static final String AGREED = "A second person has agreed";

    private final Repository<Account> accounts;
    private final BankCalendar calendar;
    private final AccountDefaults defaults;
    private final Approvals approvals;

    ChangingAccounts(
            Repository<Account> accounts, BankCalendar calendar, AccountDefaults defaults, Approvals approvals) {
        this.accounts = accounts;
        this.calendar = calendar;
        this.defaults = defaults;
        this.approvals = approvals;
    }

    @CommandHandler
    AccountDetails handle(RenameAccount command) {
        ChangePolicy.require(AccountName.check(command.name()));
        Aggregate<Account> account = allowed(command, ChangePolicies.RENAMING);
        return changed(account, new AccountRenamed(command.accountId(), command.name(), calendar.now()));
    }

    @CommandHandler
    AccountDetails handle(FreezeAccount command) {
        ChangePolicy.require(Explanation.check(command.reason()));
        Aggregate<Account> account = allowed(command, ChangePolicies.FREEZING);
        return changed(account, new AccountFrozen(command.accountId(), command.reason(), calendar.now()));
    }

    /** A freeze is lifted by two. */
    @CommandHandler
    Decision<AccountDetails> handle(UnfreezeAccount command) throws Exception {
        ChangePolicy.require(Explanation.check(command.reason()));
        allowed(command, ChangePolicies.UNFREEZING);
        return approvals.propose(new Proposal.Unfreezing(command.accountId()), command.reason(), command.caller());
    }

    @CommandHandler
    AccountDetails handle(CloseAccount command) {
        ChangePolicy.require(Explanation.check(command.reason()));
        Aggregate<Account> account = allowed(command, ChangePolicies.CLOSING);
        return changed(account, new AccountClosed(command.accountId(), command.reason(), calendar.now()));
    }

    @CommandHandler
    Decision<AccountDetails> handle(ChangeLimits command) throws Exception {
        ChangePolicy.require(Explanation.check(command.reason()));
        Aggregate<Account> account = allowedLimits(command);
        AccountFacts facts = account.invoke(Account::facts);
        if (needsSecondPerson(facts, command)) {
            return approvals.propose(
                    new Proposal.RaisingLimits(
                            command.accountId(),
                            command.limits(),
                            command.overdraftLimit(),
                            Optional.of(presentLimits(facts))),
                    command.reason(),
                    command.caller());
        }
        return new Decision.Done<>(changed(account, limitsChanged(command)));
    }

    /** Somebody agrees that the account shall pay again. */
    void unfreeze(Proposal.Unfreezing proposal, Caller approver) {
        Aggregate<Account> account = allowed(proposal.accountId(), approver, ChangePolicies.UNFREEZING);
        changed(account, new AccountUnfrozen(proposal.accountId(), calendar.now()));
    }

    /** Somebody agrees to the limits, unless they are not those any more that were to be raised. */
    void raiseLimits(Proposal.RaisingLimits proposal, Caller approver) {
        ChangeLimits agreed =
                new ChangeLimits(proposal.accountId(), proposal.limits(), proposal.overdraftLimit(), AGREED, approver);
        Aggregate<Account> account = allowedLimits(agreed);
        if (!proposal.instead().equals(Optional.of(presentLimits(account.invoke(Account::facts))))) {
            throw new RejectedException(Reason.LIMITS_MOVED_ON, Reason.LIMITS_MOVED_ON.description());
        }
        changed(account, limitsChanged(agreed));
    }

    private static Proposal.PresentLimits presentLimits(AccountFacts account) {
        return new Proposal.PresentLimits(account.limits(), account.overdraftLimit());
    }

    private boolean needsSecondPerson(AccountFacts account, ChangeLimits command) {
        return RaisingLimits.needsSecondPerson(
                account,
                defaults.limitsOf(account.type(), account.currency()),
                command.limits(),
                command.overdraftLimit());
    }

    private LimitsChanged limitsChanged(ChangeLimits command) {
        return new LimitsChanged(command.accountId(), command.limits(), command.overdraftLimit(), calendar.now());
    }

    private Aggregate<Account> allowedLimits(ChangeLimits command) {
        Aggregate<Account> account = allowed(command, ChangePolicies.CHANGING_LIMITS);
        ChangePolicy.require(
                LimitsInUse.check(account.invoke(Account::facts), command.limits(), command.overdraftLimit()));
        return account;
    }

    private Aggregate<Account> allowed(AccountChange change, List<ChangePolicy> policies) {
        return allowed(change.accountId(), change.caller(), policies);
    }

    private Aggregate<Account> allowed(AccountId id, Caller caller, List<ChangePolicy> policies) {
        Aggregate<Account> account = load(id);
        ChangePolicy.require(policies, new ChangeFacts(caller, account.invoke(Account::facts)));
        return account;
    }

    private static AccountDetails changed(Aggregate<Account> account, AccountChanged change) {
        account.execute(changing -> changing.record(change));
        return account.invoke(Account::details);
    }

    private Aggregate<Account> load(AccountId id) {
        try {
            return accounts.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw new RejectedException(Reason.ACCOUNT_NOT_FOUND, "There is no such account for this caller");
        }
    }
}
