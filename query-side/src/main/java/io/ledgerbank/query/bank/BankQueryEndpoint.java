package io.ledgerbank.query.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.Branch;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.Reads;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/banks")
@Reads({})
class BankQueryEndpoint {

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(30)).cachePrivate();

    private final Banks banks;
    private final ObjectProvider<BankHealth> health;

    BankQueryEndpoint(Banks banks, ObjectProvider<BankHealth> health) {
        this.banks = banks;
        this.health = health;
    }

    /** In the order of their codes. How they are doing is told to the bank's staff, and never from a cache. */
    @GetMapping
    ResponseEntity<Page<BankDetails>> banks(
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        List<BankDetails> all = banks.all().stream()
                .sorted(Comparator.comparing(bank -> bank.code().value()))
                .map(bank -> caller.isStaff() ? withHealth(bank) : BankDetails.of(bank, Optional.empty()))
                .toList();
        Page<BankDetails> page = Page.of(all, bank -> bank.code().value(), "banks", new Paging(limit, cursor));
        return ResponseEntity.ok()
                .cacheControl(caller.isStaff() ? CacheControl.noStore() : CACHED)
                .body(page);
    }

    /** In the order in which they were added. */
    @GetMapping("/{code}/branches")
    ResponseEntity<Page<Branch>> branches(
            @PathVariable String code,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        BankCode bank = new BankCode(code);
        if (banks.find(bank).isEmpty()) {
            throw new RejectedException(Reason.BANK_NOT_FOUND, "There is no bank with the code " + bank);
        }
        List<Branch> all = banks.branchesOf(bank);
        return ResponseEntity.ok()
                .cacheControl(caller.isStaff() ? CacheControl.noStore() : CACHED)
                .body(Page.of(all, branch -> branch.id().toString(), "branches", new Paging(limit, cursor)));
    }

    /** A node that calls no banks does not know. */
    private BankDetails withHealth(Bank bank) {
        return BankDetails.of(
                bank, Optional.ofNullable(health.getIfAvailable()).map(known -> known.conditionOf(bank.code())));
    }
}
