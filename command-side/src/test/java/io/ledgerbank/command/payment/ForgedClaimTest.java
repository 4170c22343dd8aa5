package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class ForgedClaimTest {

    private static final Iban SOMEBODYS = new Iban("FR1420041010050500013M02606");

    private final TestBank bank;
    private final JdbcClient database;

    ForgedClaimTest(TestBank bank, JdbcClient database) {
        this.bank = bank;
        this.database = database;
    }

    @Test
    void who_claims_another_banks_iban_behind_our_back_is_not_paid() {
        AccountId alices = bank.openWith(ALICE, pounds("100.00"));
        AccountId bobs = bank.open(BOB).id();
        database.sql("INSERT INTO eventlog.claim (kind, key, holder) VALUES ('iban', ?, ?)")
                .params(SOMEBODYS.value(), bobs.toString())
                .update();
        Creditor creditor = new Creditor("Somebody", SOMEBODYS, new BankCode("SIMBANK"));

        assertThatThrownBy(() -> bank.pay(
                        ALICE,
                        new PaymentOrder.External(
                                alices, creditor, pounds("60.00"), "Rent", Optional.empty(), Priority.NORMAL)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(bank.posted(alices)).isEqualTo(10_000);
        assertThat(bank.posted(bobs)).isZero();
    }
}
