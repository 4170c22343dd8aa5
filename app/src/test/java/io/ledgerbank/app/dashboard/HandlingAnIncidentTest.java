package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.ParkPayment;
import org.junit.jupiter.api.Test;

/** Somebody who was told no more than "a bank is down, handle it" finds, understands and resolves it with the pages alone. */
class HandlingAnIncidentTest extends DashboardCase {

    @Test
    void a_bank_is_down() {
        String one = silent("11.00");
        String other = silent("12.00");
        asAdmin();

        chrome.open("/dashboard").choose(".figure.alarm a");
        chrome.sees("Money at risk").isAccessible();
        chrome.choose("a[href*='reason=" + Reason.BANK_API_ERROR.code() + "'][href*='batches/new']");
        chrome.sees("payments at once").sees("23.00 GBP").isAccessible();
        chrome.fill("why", "The bank says it is back").press("Begin");
        chrome.sees("Progress").sees("done").isAccessible();

        stateIs(one, "WAITING");
        stateIs(other, "WAITING");
        chrome.open("/dashboard/sagas/" + one).sees("The bank says it is back").sees("Retry ordered");
        assertThat(chrome.open("/dashboard/batches").text()).contains("The bank says it is back");
    }

    private String silent(String amount) {
        String id = unsent(amount);
        attempt(id);
        commands.sendAndWait(new ParkPayment(PaymentId.parse(id), 1, Reason.BANK_API_ERROR));
        stateIs(id, "STUCK");
        return id;
    }
}
