package io.ledgerbank.query.bank;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/banks")
class BankQueryEndpoint {

    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(30)).cachePrivate();

    private final Banks banks;

    BankQueryEndpoint(Banks banks) {
        this.banks = banks;
    }

    /** In the order of their codes. */
    @GetMapping
    ResponseEntity<Page<BankDetails>> banks(
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit, @RequestParam Optional<String> cursor) {
        List<BankDetails> all = banks.all().stream()
                .sorted(Comparator.comparing(bank -> bank.code().value()))
                .map(BankDetails::of)
                .toList();
        Page<BankDetails> page = Page.of(all, bank -> bank.code().value(), "banks", new Paging(limit, cursor));
        return ResponseEntity.ok().cacheControl(CACHED).body(page);
    }
}
