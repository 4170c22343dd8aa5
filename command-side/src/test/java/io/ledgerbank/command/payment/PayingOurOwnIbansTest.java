package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@CommandSideTest
class PayingOurOwnIbansTest {

    private final TestBank bank;

    PayingOurOwnIbansTest(TestBank bank) {
        this.bank = bank;
    }

    @Test
    void never_leaves_the_bank_but_settles_as_a_transfer() {
        AccountId alices = bank.openWith(ALICE, pounds("50.00"));
        AccountDetails bobs = bank.open(BOB);

        PaymentDetails payment = bank.pay(ALICE, externalTo(bobs.iban(), alices));

        assertThat(payment.type()).isEqualTo(PaymentType.TRANSFER);
        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(bank.posted(alices)).isEqualTo(4_000);
        assertThat(bank.posted(bobs.id())).isEqualTo(1_000);
    }

    @Test
    void is_refused_when_it_is_the_very_account_that_pays() {
        AccountDetails alices = bank.open(ALICE);

        assertThat(bank.tryToPay(ALICE, externalTo(alices.iban(), alices.id()))).contains(Reason.SAME_ACCOUNT);
    }

    @Test
    void tells_nobody_which_account_of_somebody_else_an_iban_is() {
        AccountDetails alices = bank.open(ALICE);

        assertThat(bank.tryToPay(BOB, externalTo(alices.iban(), alices.id()))).contains(Reason.ACCOUNT_NOT_FOUND);
    }

    private static PaymentOrder externalTo(Iban iban, AccountId debtor) {
        return new PaymentOrder.External(
                debtor,
                new Creditor("Bob Builder", iban, SIMBANK),
                pounds("10.00"),
                "Rent",
                Optional.empty(),
                Priority.NORMAL);
    }
}
