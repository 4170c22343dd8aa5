package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.LogPosition;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import io.ledgerbank.query.web.DayOrTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
@Reads(ProjectionName.ACCOUNTS)
class AccountQueryEndpoint {

    private final AccountQueries accounts;

    AccountQueryEndpoint(AccountQueries accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Page<AccountDetails> accounts(
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return accounts.accounts(caller, new Paging(limit, cursor));
    }

    @GetMapping("/{id}")
    AccountDetails account(@PathVariable AccountId id, Caller caller) {
        return accounts.account(id, caller);
    }

    @GetMapping("/{id}/balance")
    @Reads({ProjectionName.ACCOUNTS, ProjectionName.ENTRIES})
    AccountBalance balance(
            @PathVariable AccountId id,
            @RequestParam Optional<DayOrTime> asOf,
            @RequestParam Optional<Instant> knownAt,
            @RequestAttribute(Reads.AT_LEAST) Optional<Long> atLeast,
            Caller caller) {
        return accounts.balance(id, new Perspective(asOf, knownAt), atLeast.orElse(LogPosition.NONE), caller);
    }

    @GetMapping("/{id}/holds")
    Page<HoldDetails> holds(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return accounts.holds(id, new Paging(limit, cursor), caller);
    }

    @GetMapping("/{id}/health")
    AccountHealth health(@PathVariable AccountId id, Caller caller) {
        return accounts.health(id, caller);
    }

    @GetMapping("/{id}/entries")
    @Reads({ProjectionName.ACCOUNTS, ProjectionName.ENTRIES})
    Page<EntryDetails> entries(
            @PathVariable AccountId id,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<Direction> direction,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return accounts.entries(id, new EntryFilter(from, to, direction), new Paging(limit, cursor), caller);
    }
}
