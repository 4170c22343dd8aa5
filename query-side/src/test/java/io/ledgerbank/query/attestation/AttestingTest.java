package io.ledgerbank.query.attestation;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.query.ReadModelTest;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over books of its own, because whatever stands in a log is replayed. */
@TestPropertySource(properties = {"ledgerbank.test.books=attested", "ledgerbank.attestations.at="})
@TestMethodOrder(OrderAnnotation.class)
class AttestingTest extends ReadModelTest {

    @Autowired
    private Attesting attesting;

    @Autowired
    private Attestations attestations;

    /** Before anything is planted. */
    @Test
    @Order(1)
    void books_that_are_what_the_log_says_are_attested() throws Exception {
        AccountId account = liveAccount();

        Attestation attestation = attested();
        JsonNode report = report(attestation);

        assertThat(attestation.summary().state()).isEqualTo(AttestationState.FINISHED);
        assertThat(attestation.summary().intact()).as(report.toPrettyString()).contains(true);
        assertThat(attestation.signature()).isPresent();
        assertThat(report.path("eventsReplayed").asLong()).isEqualTo(head());
        assertThat(report.path("lastPosition").asLong()).isEqualTo(head());
        assertThat(report.path("trialBalance").at("/0/difference/amount").asString())
                .isEqualTo("0.00");
        assertThat(report.path("compared").valueStream().map(kind -> kind.path("kind")
                        .asString()))
                .containsExactly("account", "holds", "entries", "ledger", "payment");
        assertThat(report.path("compared").at("/0/count").asInt()).isPositive();
        assertThat(report.toString()).doesNotContain(account.toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "account, UPDATE readmodel.account SET posted = posted + 1 WHERE id = :account",
                "account, UPDATE readmodel.account SET status = 'FROZEN' WHERE id = :account",
                "account, DELETE FROM readmodel.account WHERE id = :account",
                "holds, UPDATE readmodel.hold SET amount = amount - 1 WHERE account_id = :account AND ended_position IS NULL",
                "entries, UPDATE readmodel.entry SET amount = amount + 1 WHERE account_id = :account AND direction = 'DEBIT'",
                "entries, DELETE FROM readmodel.entry WHERE account_id = :account AND direction = 'DEBIT'",
                "ledger, UPDATE readmodel.ledger_sum SET credits = credits + 1 WHERE account = CAST(:account AS text)",
                "payment, UPDATE readmodel.payment SET status = 'FAILED' WHERE debtor_account_id = :account AND type = 'TRANSFER'"
            })
    void whatever_is_planted_in_a_read_model_is_found(String kind, String sabotage) throws Exception {
        AccountId account = liveAccount();
        int before = report(attested()).path("differenceCount").asInt();

        assertThat(jdbc.sql(sabotage).param("account", account.value()).update())
                .isPositive();
        Attestation attestation = attested();

        assertThat(attestation.summary().intact()).contains(false);
        assertThat(report(attestation).path("differenceCount").asInt()).isEqualTo(before + 1);
        assertThat(report(attestation).path("differences").valueStream().map(found -> found.path("kind")
                        .asString()))
                .contains(kind);
    }

    @Test
    void they_are_for_staff() {
        assertThatThrownBy(() -> attestations.attestations(first(1), asAlice))
                .hasMessageContaining("insufficient_permissions");
        assertThatThrownBy(() -> attestations.request(asAlice)).hasMessageContaining("insufficient_permissions");
        assertThatThrownBy(() -> attestations.attestation(Uuids.next(), STAFF))
                .hasMessageContaining("attestation_not_found");
    }

    /** With a hold, entries both ways, and payments of several kinds. */
    private AccountId liveAccount() {
        AccountId account = books.open(alice);
        books.deposit(account, pounds("100"));
        books.transfer(account, books.open(bob), pounds("30"));
        PaymentId settled = books.order(account, pounds("20"));
        books.attempt(settled, 1);
        books.settle(settled, account, pounds("20"));
        books.order(account, pounds("5"));
        allCaughtUp();
        return account;
    }

    private Attestation attested() throws InterruptedException {
        UUID id = attestations.request(STAFF);
        attesting.attest(id);
        return attestations.attestation(id, STAFF);
    }

    private static JsonNode report(Attestation attestation) {
        return JsonMapper.shared().readTree(attestation.report().orElseThrow());
    }
}
