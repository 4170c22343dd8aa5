package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.external;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.NOBODYS;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingOrdersTest {

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void alice_and_bob_have_accounts() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01", "-100.00"})
    void refuses_to_move_nothing_or_less(String amount) {
        bank.when(by(ALICE, transfer(pounds(amount)))).thenRefused(Reason.AMOUNT_TOO_SMALL);
    }

    @Test
    void moves_a_single_penny() {
        bank.when(by(ALICE, transfer(pounds("0.01")))).thenAnswered(PaymentDetails.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "\u2003"})
    void refuses_a_payment_that_does_not_say_what_it_is_for(String purpose) {
        bank.when(by(ALICE, saying(purpose, Optional.empty()))).thenRefused(Reason.DESCRIPTION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "nul\0", "right\u202Eleft", "half\uD83D", "private\uE000"})
    void refuses_a_purpose_that_cannot_be_printed(String purpose) {
        bank.when(by(ALICE, saying(purpose, Optional.empty()))).thenRefused(Reason.INVALID_DESCRIPTION_FORMAT);
    }

    @Test
    void takes_a_purpose_of_140_characters_and_no_more() {
        bank.when(by(ALICE, saying("é".repeat(141), Optional.empty()))).thenRefused(Reason.DESCRIPTION_TOO_LONG);
        bank.when(by(ALICE, saying("🎉".repeat(140), Optional.empty()))).thenAnswered(PaymentDetails.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " padded", "padded ", "tab\t", "über", "0123456789012345678901234567890123456"})
    void refuses_an_end_to_end_id_that_other_banks_could_not_carry(String endToEndId) {
        bank.when(by(ALICE, saying(LUNCH, Optional.of(endToEndId)))).thenRefused(Reason.INVALID_END_TO_END_ID);
    }

    @Test
    void refuses_a_transfer_to_the_same_account() {
        bank.when(by(ALICE, between(ALICES, ALICES, pounds("1.00")))).thenRefused(Reason.SAME_ACCOUNT);
    }

    @Test
    void refuses_accounts_that_do_not_exist() {
        bank.when(by(ALICE, between(NOBODYS, BOBS, pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
        bank.when(by(ALICE, between(ALICES, NOBODYS, pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
    }

    @Test
    void nobody_pays_from_anothers_account_whatever_their_role() {
        for (Caller stranger : new Caller[] {BOB, TELLER, ADMIN, Caller.system()}) {
            bank.when(by(stranger, transfer(pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
            bank.when(by(stranger, external(pounds("1.00")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
        }
    }

    @Test
    void what_is_wrong_with_the_order_itself_comes_before_what_is_wrong_with_its_accounts() {
        bank.when(by(BOB, between(ALICES, NOBODYS, pounds("0.00")))).thenRefused(Reason.AMOUNT_TOO_SMALL);
    }

    @Test
    void ownership_comes_before_limits_and_limits_before_funds() {
        bank.when(by(BOB, transfer(pounds("10000.01")))).thenRefused(Reason.ACCOUNT_NOT_FOUND);
        bank.when(by(ALICE, transfer(pounds("10000.01")))).thenRefused(Reason.AMOUNT_EXCEEDS_LIMIT);
        bank.when(by(ALICE, transfer(pounds("10000.00")))).thenRefused(Reason.INSUFFICIENT_FUNDS);
    }

    private static PaymentOrder saying(String purpose, Optional<String> endToEndId) {
        return new PaymentOrder.Transfer(ALICES, BOBS, pounds("1.00"), purpose, endToEndId, Priority.NORMAL);
    }

    private static PaymentOrder between(AccountId debtor, AccountId creditor, Money amount) {
        return new PaymentOrder.Transfer(debtor, creditor, amount, LUNCH, Optional.empty(), Priority.NORMAL);
    }
}
