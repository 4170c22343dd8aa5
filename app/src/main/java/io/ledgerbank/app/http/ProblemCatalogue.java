package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RetryPolicy;
import java.util.List;
import java.util.Optional;

/** The error catalogue as clients read it. */
record ProblemCatalogue(List<CategoryEntry> categories) {

    static ProblemCatalogue whole() {
        return new ProblemCatalogue(
                ErrorCatalog.categories().stream().map(CategoryEntry::of).toList());
    }

    /**
     * @param maxAttempts attempts in all, 0 when there is no point in another
     * @param delayMs the wait before the second attempt
     * @param mostJitterPerMille by how many thousandths of itself a wait may be longer
     */
    record CategoryEntry(
            String category,
            int status,
            boolean retryable,
            int maxAttempts,
            String backoff,
            long delayMs,
            int mostJitterPerMille,
            List<ReasonEntry> problems) {

        static CategoryEntry of(Category category) {
            RetryPolicy policy = category.retryPolicy();
            return new CategoryEntry(
                    category.code(),
                    category.status(),
                    policy.retries(),
                    policy.maxAttempts(),
                    policy.backoff().code(),
                    policy.delay().toMillis(),
                    policy.mostJitterPerMille(),
                    ErrorCatalog.reasonsOf(category).stream()
                            .map(ReasonEntry::of)
                            .toList());
        }
    }

    /**
     * @param status the category's, unless HTTP has a more exact one
     * @param isoReason of the ISO 20022 external code set, when one fits
     */
    record ReasonEntry(
            Reason code,
            String type,
            String title,
            String description,
            String category,
            int status,
            boolean retryable,
            Optional<String> isoReason) {

        static ReasonEntry of(Reason reason) {
            return new ReasonEntry(
                    reason,
                    Problem.typeOf(reason),
                    reason.title(),
                    reason.description(),
                    reason.category().code(),
                    reason.status(),
                    reason.retryPolicy().retries(),
                    reason.isoReason());
        }
    }
}
