package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.testing.CommandSideTest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CommandSideTest
class ClaimingTest {

    private final Claims claims;
    private final TransactionTemplate transaction;
    private final String key = UUID.randomUUID().toString();

    ClaimingTest(Claims claims, PlatformTransactionManager transactions) {
        this.claims = claims;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void a_granted_key_tells_its_holder_and_a_free_one_nothing() {
        assertThat(claims.holderOf(ClaimKind.IBAN, key)).isEmpty();
        claim(ClaimKind.IBAN);
        assertThat(claims.holderOf(ClaimKind.IBAN, key)).isPresent();
    }

    @Test
    void a_key_has_one_holder() {
        assertThat(claim(ClaimKind.IBAN)).isEqualTo(ClaimResult.GRANTED);
        assertThat(claim(ClaimKind.IBAN)).isEqualTo(ClaimResult.TAKEN);
    }

    @Test
    void keys_of_different_kinds_have_nothing_to_do_with_each_other() {
        assertThat(claim(ClaimKind.IBAN)).isEqualTo(ClaimResult.GRANTED);
        assertThat(claim(ClaimKind.END_TO_END_ID)).isEqualTo(ClaimResult.GRANTED);
    }

    @Test
    void a_taken_key_is_refused_for_the_callers_own_reason() {
        claim(ClaimKind.IBAN);

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> claims.claimOrReject(ClaimKind.IBAN, key, "holder", Reason.DUPLICATE_END_TO_END_ID)))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.DUPLICATE_END_TO_END_ID));
    }

    @Test
    void a_claim_vanishes_with_its_transaction() {
        transaction.executeWithoutResult(status -> {
            assertThat(claims.claim(ClaimKind.IBAN, key, "first")).isEqualTo(ClaimResult.GRANTED);
            status.setRollbackOnly();
        });

        assertThat(claim(ClaimKind.IBAN)).isEqualTo(ClaimResult.GRANTED);
    }

    @Test
    void a_second_claim_waits_until_the_first_is_certain() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            claims.claim(ClaimKind.IBAN, key, "first");
            claimed.countDown();
            await(finish);
        }));
        await(claimed);

        CompletableFuture<ClaimResult> second = CompletableFuture.supplyAsync(() -> claim(ClaimKind.IBAN));
        finish.countDown();

        first.get(10, TimeUnit.SECONDS);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(ClaimResult.TAKEN);
    }

    private ClaimResult claim(ClaimKind kind) {
        return transaction.execute(status -> claims.claim(kind, key, "holder"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
