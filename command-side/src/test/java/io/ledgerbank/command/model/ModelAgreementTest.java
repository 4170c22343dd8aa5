package io.ledgerbank.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.command.model.Comparison.Difference;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever happens to it, the bank says and holds what the reference does: while it runs, and read from its events, from
 * snapshots and from events of the first revision. {@code -Dmodel.sequences} tells how many stories, {@code -Dmodel.first}
 * other ones, {@code -Dmodel.seed} replays one.
 */
class ModelAgreementTest {

    private static final Logger LOG = LoggerFactory.getLogger(ModelAgreementTest.class);

    private static final long FIRST_SEED = Long.getLong("model.first", 1_000_000);
    private static final int SEQUENCES = Integer.getInteger("model.sequences", 200);

    /** Every reason for which the domain refuses something, or a payment fails. */
    private static final Set<Reason> REASONS = Set.of(
            Reason.AMOUNT_TOO_SMALL,
            Reason.DESCRIPTION_REQUIRED,
            Reason.DESCRIPTION_TOO_LONG,
            Reason.INVALID_DESCRIPTION_FORMAT,
            Reason.INVALID_END_TO_END_ID,
            Reason.INVALID_NAME_FORMAT,
            Reason.INVALID_ACCOUNT_NAME_FORMAT,
            Reason.INVALID_EXPLANATION,
            Reason.INVALID_EVIDENCE,
            Reason.OUTCOME_UNKNOWN,
            Reason.NOT_PARKED,
            Reason.NOTHING_TO_RETRY,
            Reason.PAYMENT_PAUSED,
            Reason.PAYMENT_MOVED_ON,
            Reason.LIMITS_MOVED_ON,
            Reason.EXECUTED_TWICE,
            Reason.INVALID_EXECUTION_DATE,
            Reason.INVALID_VALUE_DATE,
            Reason.SAME_ACCOUNT,
            Reason.INSUFFICIENT_PERMISSIONS,
            Reason.SELF_APPROVAL,
            Reason.ACCOUNT_NOT_FOUND,
            Reason.PAYMENT_NOT_FOUND,
            Reason.APPROVAL_NOT_FOUND,
            Reason.BANK_NOT_FOUND,
            Reason.ALREADY_PROCESSED,
            Reason.APPROVAL_EXPIRED,
            Reason.NOT_REVERSIBLE,
            Reason.DUPLICATE_TRANSACTION,
            Reason.DUPLICATE_END_TO_END_ID,
            Reason.INSUFFICIENT_FUNDS,
            Reason.ACCOUNT_INACTIVE,
            Reason.ACCOUNT_SUSPENDED,
            Reason.ACCOUNT_FROZEN,
            Reason.ACCOUNT_HAS_HOLDS,
            Reason.ACCOUNT_NOT_EMPTY,
            Reason.AMOUNT_EXCEEDS_LIMIT,
            Reason.DAILY_LIMIT_EXCEEDED,
            Reason.MONTHLY_LIMIT_EXCEEDED,
            Reason.NEGATIVE_AMOUNT,
            Reason.NEGATIVE_BALANCE,
            Reason.BALANCE_OUT_OF_RANGE,
            Reason.CURRENCY_MISMATCH,
            Reason.BULK_REFUSED,
            Reason.TIMEOUT,
            Reason.SERVICE_UNAVAILABLE,
            Reason.BANK_API_ERROR,
            Reason.INTERNAL_SERVER_ERROR,
            Reason.CREDITOR_ACCOUNT_CLOSED,
            Reason.BANK_REASON_UNMAPPED,
            Reason.BANK_REJECTED);

    @Test
    void the_bank_and_the_reference_agree_on_whatever_happens_and_every_reason_is_given() {
        Tally tally = new Tally();
        Comparison comparison = new Comparison(Story::realBank, tally);
        Optional<Long> replayed = Optional.ofNullable(Long.getLong("model.seed"));
        LongStream seeds =
                replayed.map(LongStream::of).orElseGet(() -> LongStream.range(FIRST_SEED, FIRST_SEED + SEQUENCES));
        AtomicInteger told = new AtomicInteger();

        Optional<String> difference = seeds.parallel()
                .mapToObj(Story::of)
                .peek(story -> told.incrementAndGet())
                .flatMap(story -> comparison.of(story).map(found -> explained(comparison, story, found)).stream())
                .findAny();

        assertThat(difference).as("after %s stories", told).isEmpty();
        LOG.info("What came of {} sequences:\n{}", replayed.isPresent() ? 1 : SEQUENCES, tally);
        if (replayed.isEmpty()) {
            assertThat(tally.reasons().keySet())
                    .as("reasons given, none of them never and no other")
                    .containsExactlyInAnyOrderElementsOf(REASONS);
        }
    }

    @Test
    void a_bank_that_counts_its_days_elsewhere_is_found_out_by_a_short_story() {
        ZoneId elsewhere = ZoneId.of("Pacific/Honolulu");
        Comparison comparison = new Comparison(
                story -> new Story(story.seed(), elsewhere, story.begin(), List.of()).reference(), new Tally());

        Story found = LongStream.iterate(FIRST_SEED, seed -> seed + 1)
                .mapToObj(Story::of)
                .flatMap(story ->
                        comparison
                                .of(story)
                                .map(difference -> new Shrinking(comparison).shortest(story, difference))
                                .stream())
                .findFirst()
                .orElseThrow();

        assertThat(found.moves()).hasSizeLessThan(8);
        assertThat(comparison.of(found)).isPresent();
    }

    private static String explained(Comparison comparison, Story story, Difference difference) {
        Story shortest = new Shrinking(comparison).shortest(story, difference);
        String what = comparison.of(shortest).map(Difference::what).orElse("no difference any more");
        return "%s%nReplay it with -Dmodel.seed=%d%n%s".formatted(shortest, story.seed(), what);
    }
}
