package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.http.ProblemCatalogue.CategoryEntry;
import io.ledgerbank.app.http.ProblemCatalogue.ReasonEntry;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The error catalogue, open to everyone; every problem's type leads here. */
@RestController
@RequestMapping("/api/problems")
class ProblemsEndpoint {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,63}");
    private static final CacheControl CACHEABLE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @GetMapping
    ResponseEntity<ProblemCatalogue> all() {
        return cacheable(ProblemCatalogue.whole());
    }

    @GetMapping("/{code}")
    ResponseEntity<ReasonEntry> reason(@PathVariable String code) {
        if (!CODE.matcher(code).matches()) {
            throw new RejectedException(Reason.INVALID_REASON_FORMAT, "A code is lower-case letters and underscores");
        }
        Reason reason = Reason.find(code)
                .orElseThrow(() ->
                        new RejectedException(Reason.RESOURCE_NOT_FOUND, "The error catalogue has no such reason"));
        return cacheable(ReasonEntry.of(reason));
    }

    @GetMapping("/category/{category}")
    ResponseEntity<CategoryEntry> category(@PathVariable String category) {
        if (!CODE.matcher(category).matches()) {
            throw new RejectedException(
                    Reason.INVALID_CATEGORY_FORMAT, "A category is lower-case letters and underscores");
        }
        Category known = ErrorCatalog.category(category)
                .orElseThrow(() ->
                        new RejectedException(Reason.INVALID_CATEGORY, "The error catalogue has no such category"));
        return cacheable(CategoryEntry.of(known));
    }

    private static <T> ResponseEntity<T> cacheable(T body) {
        return ResponseEntity.ok().cacheControl(CACHEABLE).body(body);
    }
}
