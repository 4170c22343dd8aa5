package io.ledgerbank.app.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class KeepingBanksTest extends BanksCase {

    private static final String BANKS = "/api/banks";

    private Client admin;
    private String code;

    @BeforeEach
    void an_administrator() {
        admin = staff(Role.ADMIN);
        code = "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @Test
    void a_bank_that_is_added_is_listed_and_can_be_paid() {
        Answer added = admin.post(BANKS, bank()).is(201);

        assertThat(added.text("status")).isEqualTo("ACTIVE");
        assertThat(added.text("integration")).isEqualTo("SIMULATOR");
        assertThat(listed().path("name").asString()).isEqualTo("Added Bank");
        assertThat(pay().status()).isEqualTo(201);
    }

    @Test
    void nothing_new_is_begun_with_a_bank_that_is_inactive() {
        admin.post(BANKS, bank()).is(201);

        admin.send("PUT", BANKS + "/" + code, with(profile(), "status", "INACTIVE"))
                .is(200);

        assertThat(listed().path("status").asString()).isEqualTo("INACTIVE");
        pay().isProblem(422, "bank_inactive");
    }

    @Test
    void branches_are_added_and_listed() {
        admin.post(BANKS, bank()).is(201);
        String branches = BANKS + "/" + code + "/branches";

        admin.post(
                        branches,
                        Map.of(
                                "name",
                                "High Street",
                                "country",
                                "GB",
                                "bic",
                                "ADDBGB2LHIG",
                                "routingNumber",
                                "021000021"))
                .is(201);

        Answer listed = alice.get(branches).is(200);
        assertThat(listed.text("items.0.name")).isEqualTo("High Street");
        assertThat(listed.text("items.0.routingNumber")).isEqualTo("021000021");
        alice.get(BANKS + "/NOBANK/branches").isProblem(404, "bank_not_found");
    }

    @Test
    void codes_are_unique_and_what_the_installation_names_it_says_itself() {
        admin.post(BANKS, bank()).is(201);

        admin.post(BANKS, bank()).isProblem(409, "bank_already_exists");
        admin.post(BANKS, with(bank(), "code", "PENNYBANK")).isProblem(409, "bank_already_exists");
        admin.send("PUT", BANKS + "/PENNYBANK", profile()).isProblem(409, "bank_named_by_installation");
        admin.send("PUT", BANKS + "/NOBANK", profile()).isProblem(404, "bank_not_found");
    }

    @Test
    void only_administrators_keep_banks() {
        staff(Role.SUPPORT).post(BANKS, bank()).isProblem(403, "insufficient_permissions");
        alice.post(BANKS, bank()).isProblem(403, "insufficient_permissions");
    }

    @ParameterizedTest
    @CsvSource({
        "code, ab, 400, invalid_bank_code",
        "name, A, 400, invalid_name_format",
        "country, XX, 400, invalid_country",
        "bic, ADDBGB2, 400, invalid_bic",
        "bic, ADDBDE2LXXX, 400, invalid_bic",
        "apiEndpoint, http://169.254.169.254/latest, 422, bank_host_not_allowed",
        "apiEndpoint, file:///etc/passwd, 422, bank_host_not_allowed"
    })
    void what_cannot_be_is_refused(String field, String value, int status, String reason) {
        admin.post(BANKS, with(bank(), field, value)).isProblem(status, reason);
    }

    @Test
    void a_routing_number_that_was_mistyped_is_refused() {
        admin.post(BANKS, bank()).is(201);

        admin.post(
                        BANKS + "/" + code + "/branches",
                        Map.of("name", "High Street", "country", "US", "routingNumber", "021000022"))
                .isProblem(400, "invalid_routing_number");
    }

    private JsonNode listed() {
        JsonNode items = alice.get(BANKS + "?limit=100").is(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(bank -> bank.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Answer pay() {
        String account = alice.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
        Client teller = staff(Role.SUPPORT);
        teller.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments", order(Map.of("type", "DEPOSIT", "creditorAccountId", account)))
                .is(201);
        Map<String, ?> creditor = Map.of("name", "Carol", "iban", "DE89370400440532013000", "bankCode", code);
        return alice.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/payments",
                        order(Map.of("type", "PAYMENT", "debtorAccountId", account, "creditor", creditor)));
    }

    private static Map<String, Object> order(Map<String, ?> fields) {
        return with(
                with(fields, "amount", Map.of("amount", "1.00", "currency", "GBP")), "remittanceInformation", "Lunch");
    }

    private Map<String, Object> bank() {
        return with(profile(), "code", code);
    }

    private static Map<String, Object> profile() {
        return Map.of("name", "Added Bank", "country", "GB", "bic", "ADDBGB2L", "apiEndpoint", PennyBank.url());
    }

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
