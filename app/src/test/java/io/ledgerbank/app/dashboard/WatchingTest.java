package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.user.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;

/** What happens shows on open pages by itself. */
class WatchingTest extends DashboardCase {

    @Test
    void a_row_follows_its_payment_and_what_is_new_is_offered() {
        String id = unsent("30.00");
        asAdmin()
                .open("/dashboard/sagas?account=" + alices)
                .sees("Live")
                .sees("running")
                .seesNot("stuck ");

        attempt(id);
        commands.sendAndWait(new ParkPayment(PaymentId.parse(id), 1, Reason.TIMEOUT));
        chrome.sees("timeout");

        unsent("5.00");
        chrome.sees("(1 payment)").press("Show what is new").sees("5.00 GBP");
    }

    @Test
    void a_payments_page_goes_on_telling() {
        String id = unsent("30.00");
        asAdmin().open("/dashboard/sagas/" + id).sees("Live");

        admin.post("/api/sagas/" + id + "/notes", Map.of("reason", "Called the bank, ticket 17"))
                .is(200);

        chrome.sees("Called the bank, ticket 17");
    }

    @Test
    void an_expired_session_leads_to_the_login_and_back() {
        String id = unsent("30.00");
        asAdmin().forgetsItsSession().open("/dashboard/sagas/" + id).sees("Sign in");

        chrome.fill("email", somebody(Role.SUPPORT))
                .fill("password", PASSWORD)
                .press("Sign in")
                .sees("What happened");

        assertThat(chrome.path()).isEqualTo("/dashboard/sagas/" + id);
    }

    @Test
    void markup_is_text() {
        String id = ordered("3.00", "<script>document.title='owned'</script><b>bold</b>");

        asAdmin().open("/dashboard/sagas/" + id).sees("<script>document.title='owned'</script><b>bold</b>");

        assertThat(chrome.driver().getTitle()).startsWith("Payment").doesNotContain("owned");
    }

    @Test
    void a_lost_connection_is_said_and_taken_up_again() {
        String id = unsent("30.00");
        asAdmin().open("/dashboard/sagas/" + id).sees("Live");
        ChromiumNetworkConditions offline = new ChromiumNetworkConditions();
        offline.setOffline(true);
        offline.setLatency(Duration.ZERO);
        chrome.driver().setNetworkConditions(offline);
        chrome.run("window.dispatchEvent(new Event('offline'))");
        chrome.sees("Connection lost");
        admin.post("/api/sagas/" + id + "/notes", Map.of("reason", "Said while nobody listened"))
                .is(200);

        chrome.driver().deleteNetworkConditions();

        chrome.sees("Live").sees("Said while nobody listened");
    }
}
