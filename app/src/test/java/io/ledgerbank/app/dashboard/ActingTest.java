package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.payment.Counter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Administrators act, by a page that shows first what will happen. */
class ActingTest extends DashboardCase {

    @Test
    void resolving_says_what_the_bank_did_and_moves_the_money() {
        String id = stuck("30.00");
        asAdmin().open("/dashboard/sagas/" + id).press("Resolve");

        chrome.choose("input[value=EXECUTED]")
                .press("Show what would happen")
                .sees("settlement:SIMBANK")
                .sees("Payment settled")
                .fill("evidence", "Statement 12, line 3")
                .fill("reason", "Found on the bank's statement")
                .press("Resolve");

        chrome.sees("It is on record what the bank did.").sees("Found on the bank's statement");
        stateIs(id, "COMPLETED");
    }

    @Test
    void retrying_asks_a_bank_before_it_is_told_again() {
        String id = stuck("30.00");
        asAdmin().open("/dashboard/sagas/" + id).press("Retry now");

        chrome.sees("asked what became of it")
                .fill("reason", "The bank is back")
                .press("Retry now");

        chrome.sees("The next step is taken now.").sees("The bank is back");
        stateIs(id, "WAITING");
    }

    @Test
    void a_payment_is_paused_resumed_and_called_off() {
        String id = unsent("30.00");
        asAdmin().open("/dashboard/sagas/" + id).press("Pause");
        chrome.fill("reason", "The bank asked us to wait").press("Pause").sees("The payment is paused.");
        stateIs(id, "PAUSED");

        chrome.open("/dashboard/sagas/" + id).press("Resume");
        chrome.fill("reason", "It may go on").press("Resume").sees("The payment goes on.");
        stateIs(id, "RUNNING");

        chrome.open("/dashboard/sagas/" + id).press("Cancel");
        chrome.fill("reason", "The customer changed her mind").press("Cancel").sees("The payment is called off.");
        stateIs(id, "COMPENSATED");
        chrome.sees("The customer changed her mind").sees("Payment cancelled");
    }

    @Test
    void what_the_bank_certainly_did_not_do_is_given_up() {
        String id = unsent("30.00");
        attempt(id);
        told(id, Outcome.NotExecuted.because(Reason.BANK_API_ERROR));
        stateIs(id, "WAITING");

        asAdmin().open("/dashboard/sagas/" + id).press("Compensate");
        chrome.sees("Hold released").fill("reason", "Not worth waiting").press("Compensate");

        chrome.sees("The payment is given up; its hold is released.");
        stateIs(id, "COMPENSATED");
    }

    @Test
    void what_has_moved_on_meanwhile_is_left_alone() {
        String id = stuck("30.00");
        asAdmin().open("/dashboard/sagas/" + id).press("Add note");
        admin.with("Idempotency-Key", Counter.key())
                .post("/api/sagas/" + id + "/retry", Map.of("reason", "Somebody was faster"))
                .is(200);

        chrome.fill("reason", "Called the bank").press("Add note");

        chrome.sees("Nothing was done.");
        assertThat(chrome.run("return document.querySelector('#reason').value")).isEqualTo("Called the bank");
    }

    @Test
    void what_is_risky_takes_a_second_administrator() {
        String id = stuckOverTheThreshold();
        asAdmin().open("/dashboard/sagas/" + id + "/do/resolve?outcome=NOT_EXECUTED");
        chrome.sees("a second administrator has to agree")
                .fill("evidence", "Letter of the bank")
                .fill("reason", "They never got it")
                .press("Ask a second administrator")
                .sees("A second administrator has to agree before anything happens.");
        stateIs(id, "STUCK");
        chrome.open("/dashboard/approvals").press("Resolve a payment: the bank did not pay");
        chrome.sees("You have asked for this yourself").press("Sign out");

        asAdmin().open("/dashboard/approvals").press("Resolve a payment: the bank did not pay");
        chrome.sees("They never got it").isAccessible().press("Agree").sees("approved");

        stateIs(id, "COMPENSATED");
    }

    @Test
    void support_sees_and_does_nothing() {
        String id = stuck("30.00");
        asSupport()
                .open("/dashboard/sagas/" + id)
                .sees("What happened")
                .seesNot("Retry now")
                .seesNot("Resolve");

        chrome.open("/dashboard/sagas/" + id + "/do/retry").sees("insufficient_permissions");
    }

    @Test
    void forms_do_it_without_any_script() {
        String id = stuck("30.00");
        Browsing plain = new Browsing(alice.port());
        plain.login(somebody(Role.ADMIN), PASSWORD);
        String form = plain.get("/dashboard/sagas/" + id + "/do/note").body();
        String version = form.replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");

        var answer = plain.post(
                "/dashboard/sagas/" + id + "/do/note",
                Map.of("reason", "Called the bank", "version", version),
                Browsing.tokenOf(form));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(plain.get("/dashboard/sagas/" + id).body()).contains("Called the bank");
    }

    private String stuckOverTheThreshold() {
        String account = alice.with("Idempotency-Key", Counter.key())
                .post("/api/accounts", Map.of("name", "Rich", "type", "INVESTMENT", "currency", "GBP"))
                .is(201)
                .text("id");
        Counter.pay(teller, Counter.deposit(account, "2000.00")).is(201);
        Counter.available(alice, account, "2000.00");
        alices = account;
        return stuck("1500.00");
    }
}
