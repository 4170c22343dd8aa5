package io.ledgerbank.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCatalogTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_is_found_by_its_code_and_explains_itself(Reason reason) {
        assertThat(Reason.find(reason.code())).contains(reason);
        assertThat(reason.code()).matches("[a-z_]+");
        assertThat(reason.title()).isNotBlank();
        assertThat(reason.description()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void every_category_has_reasons_whose_status_is_of_its_class(Category category) {
        assertThat(ErrorCatalog.reasonsOf(category)).isNotEmpty().allSatisfy(reason -> assertThat(reason.status() / 100)
                .isEqualTo(category.status() / 100));
    }

    @Test
    void an_external_dependency_is_tried_three_times_with_doubling_waits() {
        RetryPolicy policy = Reason.TIMEOUT.retryPolicy();

        assertThat(policy.delayAfter(1)).contains(Duration.ofSeconds(1));
        assertThat(policy.delayAfter(2)).contains(Duration.ofSeconds(2));
        assertThat(policy.delayAfter(3)).isEmpty();
    }

    @Test
    void a_system_error_is_tried_twice_with_a_steady_wait() {
        RetryPolicy policy = Reason.DATABASE_ERROR.retryPolicy();

        assertThat(policy.delayAfter(1)).contains(Duration.ofMillis(500));
        assertThat(policy.delayAfter(2)).isEmpty();
    }

    /** A file of an older version stays as it is: events refer to it. */
    @Test
    void what_is_tried_again_is_what_the_version_says() throws IOException {
        Path approved = Path.of("src/test/resources/error-catalogue/" + ErrorCatalog.version() + ".approved.txt");

        assertThat(retries())
                .as("Who changes what is tried again raises the version and adds a file")
                .isEqualTo(Files.readString(approved).replace("\r\n", "\n"));
    }

    private static String retries() {
        Stream<String> reasons = Arrays.stream(Reason.values())
                .filter(reason -> reason.retryPolicy().retries())
                .map(reason -> reason.code() + " " + reason.retryPolicy())
                .sorted();
        Stream<String> others = Stream.of(
                "inquiries " + ErrorCatalog.inquiries(),
                "outages " + ErrorCatalog.outages(),
                "longest wait asked for " + ErrorCatalog.longestWaitAskedFor(),
                "longest wait between inquiries " + ErrorCatalog.longestWaitBetweenInquiries(),
                "longest doubt " + ErrorCatalog.longestDoubt());
        return Stream.concat(reasons, others).collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"SYSTEM", "EXTERNAL_DEPENDENCY", "RATE_LIMIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothing_else_is_ever_tried_again(Category category) {
        assertThat(category.retryPolicy().retries()).isFalse();
        assertThat(category.retryPolicy().delayAfter(1)).isEmpty();
    }

    @Test
    void attempts_that_failed_together_come_back_spread_over_a_fifth_of_their_wait() {
        assertThat(Reason.TIMEOUT.retryPolicy().mostJitterPerMille()).isEqualTo(200);
        assertThat(Reason.DATABASE_ERROR.retryPolicy().mostJitterPerMille()).isEqualTo(200);
    }

    @Test
    void rules_that_are_set_hold_and_are_remembered_under_a_number_of_their_own() {
        RetryRules more = with(RetryPolicy.exponential(7, Duration.ofSeconds(2)));
        try {
            ErrorCatalog.apply(more);

            assertThat(Reason.TIMEOUT.retryPolicy().maxAttempts()).isEqualTo(7);
            assertThat(Reason.BANK_REJECTED.retryPolicy().retries()).isFalse();
            assertThat(ErrorCatalog.version()).isGreaterThan(1_000_000);
            assertThat(ErrorCatalog.rulesOf(ErrorCatalog.version())).contains(more);
        } finally {
            ErrorCatalog.apply(RetryRules.DEFAULT);
        }
        assertThat(ErrorCatalog.version()).isEqualTo(ErrorCatalog.BUILT_IN);
        assertThat(ErrorCatalog.rulesOf(more.version())).contains(more);
    }

    @Test
    void what_older_versions_decided_by_is_remembered() {
        assertThat(ErrorCatalog.rulesOf(1)).hasValueSatisfying(first -> {
            assertThat(first.of(Category.EXTERNAL_DEPENDENCY).maxAttempts()).isEqualTo(3);
            assertThat(first.of(Category.EXTERNAL_DEPENDENCY).mostJitterPerMille())
                    .isZero();
        });
        assertThat(ErrorCatalog.rulesOf(4)).hasValueSatisfying(fourth -> {
            assertThat(fourth.of(Category.SYSTEM).mostJitterPerMille()).isEqualTo(200);
            assertThat(fourth.inquiries().mostJitterPerMille()).isZero();
        });
        assertThat(ErrorCatalog.rulesOf(4711)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void rules_that_cannot_be_are_refused_in_a_sentence(RetryPolicy policy, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(policy))
                .withMessageStartingWith("ledgerbank.errors.external-dependency")
                .withMessageContaining(sentence);
    }

    static Stream<Arguments> impossible() {
        Duration second = Duration.ofSeconds(1);
        Duration minute = Duration.ofMinutes(1);
        return Stream.of(
                Arguments.of(new RetryPolicy(0, Backoff.LINEAR, second, minute, 0), "between 1 and 1000, not 0"),
                Arguments.of(new RetryPolicy(1001, Backoff.LINEAR, second, minute, 0), "not 1001"),
                Arguments.of(new RetryPolicy(3, Backoff.NONE, second, minute, 0), "LINEAR or EXPONENTIAL"),
                Arguments.of(new RetryPolicy(3, Backoff.LINEAR, Duration.ZERO, minute, 0), "longer than nothing"),
                Arguments.of(new RetryPolicy(3, Backoff.LINEAR, minute, second, 0), "no longer than its longest-delay"),
                Arguments.of(new RetryPolicy(3, Backoff.LINEAR, second, Duration.ofDays(32), 0), "at most 31 days"),
                Arguments.of(new RetryPolicy(3, Backoff.LINEAR, second, minute, 1001), "between 0 and 1000, not 1001"));
    }

    private static RetryRules with(RetryPolicy externalDependency) {
        RetryRules usual = RetryRules.DEFAULT;
        return new RetryRules(
                usual.system(),
                externalDependency,
                usual.inquiries(),
                usual.longestWaitAskedFor(),
                usual.longestWaitBetweenInquiries(),
                usual.longestDoubt());
    }

    @Test
    void no_wait_is_longer_than_a_minute() {
        assertThat(RetryPolicy.exponential(100, Duration.ofSeconds(1)).delayAfter(90))
                .contains(Duration.ofMinutes(1));
    }
}
