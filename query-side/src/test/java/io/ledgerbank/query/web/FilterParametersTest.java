package io.ledgerbank.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.payment.SagaQueries;
import io.ledgerbank.query.projection.ProjectionName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilterParametersTest extends ReadModelTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SagaQueries sagas;

    @Autowired
    private JsonMapper json;

    private MockMvc http;

    @BeforeEach
    void over_http() {
        http = webAppContextSetup(context).build();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/payments, status, PAID, invalid_status",
        "/api/payments, status, pending, invalid_status",
        "/api/payments, status, '', invalid_status",
        "/api/payments, type, GIFT, invalid_payment_type",
        "/api/payments, from, yesterday, invalid_datetime_format",
        "/api/payments, from, 2026-11-22, invalid_datetime_format",
        "/api/payments, to, 2026-11-22T10:00:00+01:00, invalid_datetime_format",
        "/api/payments, to, +1000000000-12-31T23:59:59Z, invalid_datetime_format",
        "/api/payments, to, -0001-01-01T00:00:00Z, invalid_datetime_format",
        "/api/payments, limit, many, invalid_parameter",
        "/api/payments, limit, 101, invalid_parameter",
        "/api/payments, limit, 99999999999, invalid_parameter",
        "/api/payments, cursor, nonsense, invalid_cursor",
        "/api/payments, cursor, '', invalid_cursor",
        "/api/sagas, state, DONE, invalid_status",
        "/api/approvals, state, DONE, invalid_status",
        "/api/standing-orders, status, DONE, invalid_status",
        "/api/sagas, step, NOWHERE, invalid_parameter",
        "/api/sagas, reason, TIMEOUT, invalid_reason_format",
        "/api/sagas, bankCode, sim bank, bank_not_found",
        "/api/sagas, olderThan, 5 minutes, invalid_parameter",
        "/api/sagas, olderThan, -PT5M, invalid_parameter",
        "/api/sagas, olderThan, PT9223372036854775807S, invalid_parameter",
        "/api/audit/events, streamId, a b, invalid_parameter",
    })
    void a_filter_that_cannot_be_read_is_refused(String path, String name, String value, String code) throws Exception {
        MockHttpServletResponse response = answer(path, name, value);

        assertThat(response.getContentAsString()).startsWith(code + ": ");
        assertThat(response.getStatus()).isEqualTo(code.equals("bank_not_found") ? 404 : 400);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/payments, status, PENDING",
        "/api/payments, type, TRANSFER",
        "/api/payments, from, 2026-11-22T10:00:00Z",
        "/api/payments, to, 9999-12-31T23:59:59.999999999Z",
        "/api/payments, from, 0000-01-01T00:00:00Z",
        "/api/sagas, state, STUCK",
        "/api/approvals, state, EXPIRED",
        "/api/sagas, reason, timeout",
        "/api/sagas, bankCode, SIMBANK",
        "/api/sagas, olderThan, PT5M",
        "/api/sagas, olderThan, P36500D",
        "/api/accounts, limit, 100",
    })
    void a_filter_that_can_be_read_is_used(String path, String name, String value) throws Exception {
        assertThat(answer(path, name, value).getStatus()).isEqualTo(200);
    }

    @Test
    void a_list_that_ends_says_that_nothing_comes_next() throws Exception {
        String body = http.perform(get("/api/sagas").param("bankCode", "NOSUCHBANK"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void banks_come_in_the_order_of_their_codes_without_their_addresses() throws Exception {
        MockHttpServletResponse response = answer("/api/banks", "limit", "2");

        assertThat(response.getContentAsString())
                .contains("ALPHABANK", "SIMBANK", "\"nextCursor\":\"")
                .doesNotContain("ZETABANK", "apiEndpoint");
    }

    @Test
    void an_audited_events_payload_is_json_and_its_hash_hexadecimal() throws Exception {
        books.open(alice);

        assertThat(answer("/api/audit/events", "limit", "1").getContentAsString())
                .contains("\"payload\":{\"accountId\":\"", "\"type\":\"AccountOpened\"")
                .containsPattern("\"hash\":\"[0-9a-f]{64}\"");
    }

    @Test
    void a_sagas_fields_stand_beside_its_timeline() {
        PaymentId payment = books.order(books.open(alice), Books.pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        JsonNode written = json.valueToTree(sagas.saga(payment, STAFF));

        assertThat(written.path("paymentId").asString()).isEqualTo(payment.toString());
        assertThat(written.path("state").asString()).isEqualTo("RUNNING");
        assertThat(written.path("timeline").size()).isEqualTo(2);
        assertThat(written.has("saga")).isFalse();
    }

    private MockHttpServletResponse answer(String path, String name, String value) throws Exception {
        MockHttpServletResponse response =
                http.perform(get(path).param(name, value)).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }
}
