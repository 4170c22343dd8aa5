package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.lane.AggregateCache;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;

/** Wires accounts as the service does, for tests that bring their own log, and looks into them. */
public interface AccountWiring {

    AccountConfiguration PRODUCTION = new AccountConfiguration();

    /** @param snapshotEvery after how many events of an account its state is kept */
    static void addTo(
            Configurer configurer, BankCalendar calendar, Claims claims, AggregateCache cache, int snapshotEvery) {
        AccountConfiguration.AccountProperties properties =
                new AccountConfiguration.AccountProperties(10_000, Map.of(), Map.of(), snapshotEvery);
        AccountDefaults defaults = PRODUCTION.accountDefaults(properties);
        configurer
                .registerComponent(BankCalendar.class, axon -> calendar)
                .registerComponent(AccountDefaults.class, axon -> defaults)
                .registerComponent(Claims.class, axon -> claims);
        PRODUCTION.accountAggregate(properties, calendar, defaults, cache).configureModule(configurer);
    }

    static StoredType snapshot() {
        return PRODUCTION.accountSnapshot();
    }

    /** What takes a second person. */
    static List<ProposalKind<?>> proposals() {
        return List.of(PRODUCTION.unfreezing(), PRODUCTION.raisingLimits());
    }

    /** An account as clients see it, and what its limits count. */
    record Seen(AccountDetails details, Spending spending) {}

    /** In a unit of work. */
    static Seen look(Configuration axon, AccountId id) {
        return axon.repository(Account.class)
                .load(id.toString())
                .invoke(account -> new Seen(account.details(), account.facts().spending()));
    }

    /** The one that the account is given, as long as no other has it by chance. */
    static Iban ibanOf(AccountId id) {
        return IbanIssuer.candidate(id, 0);
    }
}
