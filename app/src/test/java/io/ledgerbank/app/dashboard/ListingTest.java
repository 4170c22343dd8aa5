package io.ledgerbank.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.payment.Counter;
import io.ledgerbank.app.payment.PaymentCase;
import io.ledgerbank.app.payment.PaymentTest;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list by its address, and as a file. */
@PaymentTest
class ListingTest extends PaymentCase {

    private static final String PASSWORD = "long enough for any staff";

    @Autowired
    private Registrations registrations;

    private final Map<String, String> references = new HashMap<>();
    private Browsing browser;

    @BeforeEach
    void an_operator() {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Sam Staff", Password.of(PASSWORD), Role.SUPPORT);
        browser = new Browsing(alice.port());
        browser.login(email, PASSWORD);
    }

    @Test
    void the_address_is_the_filter() {
        String small = order("1.00", "Carol Creditor");
        String large = order("40.00", "Carol Creditor");
        String mine = "/dashboard/sagas?account=" + alices;

        assertThat(list(mine)).contains("p" + small, "p" + large);
        assertThat(list(mine + "&least=5&most=50")).contains("p" + large).doesNotContain("p" + small);
        assertThat(list(mine + "&reference=E2E-" + references.get(small)))
                .contains("p" + small)
                .doesNotContain("p" + large);
        assertThat(list(mine + "&state=STUCK")).contains("No payment meets this filter.");
        assertThat(list(mine + "&priority=CRITICAL")).contains("No payment meets this filter.");
        assertThat(list(mine + "&order=OLDEST&step=&reason=&bank=SIMBANK")).contains("p" + small, "p" + large);
    }

    @Test
    void a_filter_that_makes_no_sense_is_told() {
        for (String nonsense : new String[] {
            "state=LOST",
            "step=x",
            "reason=x",
            "least=x",
            "most=1e9",
            "olderThan=5",
            "account=x",
            "user=x",
            "cursor=x",
            "order=x",
            "colour=red",
            "priority=x"
        }) {
            assertThat(browser.get("/dashboard/sagas?" + nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_file_of_it_holds_no_formulas() {
        order("2.00", "=1+1,\"x\"");
        HttpResponse<String> file = browser.get("/dashboard/sagas.csv?account=" + alices);

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("paymentId,state,")
                .contains("\"'=1+1,\"\"x\"\"\"")
                .contains(",2.00,GBP,");
    }

    @Test
    void rows_are_asked_for_one_by_one() {
        String one = order("1.00", "Carol Creditor");
        String rows = "/dashboard/sagas/rows?ids=" + one + "&account=" + alices;

        assertThat(browser.get(rows, "HX-Request", "true").body())
                .contains("p" + one)
                .doesNotContain("<html");
        assertThat(browser.get(rows + "&state=STUCK", "HX-Request", "true").body())
                .doesNotContain("p" + one);
    }

    private String list(String address) {
        HttpResponse<String> page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private String order(String amount, String creditor) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> order = new HashMap<>(Counter.external(alices, Counter.CAROLS_IBAN, amount));
        order.put("creditor", Map.of("name", creditor, "iban", Counter.CAROLS_IBAN, "bankCode", "SIMBANK"));
        order.put("endToEndId", "E2E-" + reference);
        String id = Counter.pay(alice, order).is(201).text("id");
        references.put(id, reference);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> teller.get("/api/sagas/" + id).status() == 200);
        return id;
    }
}
