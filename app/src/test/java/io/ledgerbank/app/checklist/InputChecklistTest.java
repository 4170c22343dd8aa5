package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.checklist.People.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items 18 to 25: what can be sent. */
@WholeApp
class InputChecklistTest {

    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private Person alice;
    private String account;
    private String other;

    @BeforeEach
    void alice_has_two_accounts() {
        people = new People(port, registrations);
        alice = people.person(Role.USER);
        account = people.funded(alice.client());
        other = People.open(alice.client());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-1\"",
                "\"0\"",
                "\"0.001\"",
                "\"NaN\"",
                "NaN",
                "-1",
                "0.001",
                "1e309",
                "1e999999999",
                "\"1e309\"",
                "\"1e999999999\"",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "null",
                "[]",
                "{}",
                "\"\"",
                "\"１\"",
                "true"
            })
    void item_18_an_amount_that_is_none_is_400_or_422_and_no_event(String amount) {
        long before = lastEvent();
        String order = """
                {"type":"TRANSFER","amount":{"amount":%s,"currency":"GBP"},"remittanceInformation":"Lunch",
                "debtorAccountId":"%s","creditorAccountId":"%s"}""".formatted(amount, account, other);

        assertThat(People.pay(alice.client(), order).status()).isIn(400, 422);

        assertThat(lastEvent()).isEqualTo(before);
    }

    @Test
    void item_19_credits_beyond_what_the_ledger_can_hold_are_422_and_nothing_wraps() {
        Client teller = people.person(Role.SUPPORT).client();
        String rich = People.open(alice.client());
        int accepted = 0;
        Answer answer = People.pay(teller, large(rich, accepted));
        while (answer.status() == 201 && accepted < 12) {
            accepted++;
            answer = People.pay(teller, large(rich, accepted));
        }

        answer.isProblem(422, "balance_out_of_range");
        assertThat(accepted).isPositive();
        assertThat(alice.client().get("/api/accounts/" + rich).text("posted.amount"))
                .doesNotStartWith("-");
    }

    @Test
    void item_20_a_null_byte_is_400() {
        for (String hostile : new String[] {"a\\u0000b", "\\u0000", "a\\u0007b"}) {
            People.pay(alice.client(), order(hostile)).is(400);
        }
        alice.client().get("/api/accounts?cursor=%00").is(400);
        people.anybody().get("/api/problems/a%00b").is(400);
    }

    @Test
    void item_21_fifty_megabytes_are_413_chunked_or_not() throws IOException {
        assertThat(status("Content-Length: " + 50L * MEGABYTE, InputStream.nullInputStream()))
                .isEqualTo(413);
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("{\"name\":\"".getBytes(StandardCharsets.US_ASCII)),
                new ByteArrayInputStream(" ".repeat(2 * MEGABYTE).getBytes(StandardCharsets.US_ASCII)));
        assertThat(status("Transfer-Encoding: chunked", endless)).isIn(400, 413);
    }

    @Test
    void item_22_deep_nesting_huge_numbers_and_double_keys_are_400() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        alice.client().post("/api/accounts", "{\"name\":" + deep + "}").is(400);
        alice.client().post("/api/accounts", deep).is(400);
        alice.client()
                .post("/api/accounts", "{\"name\":" + "1".repeat(MEGABYTE - 100) + "}")
                .is(400);
        alice.client()
                .post("/api/accounts", "{\"name\":\"a\",\"name\":\"b\",\"type\":\"CHECKING\",\"currency\":\"GBP\"}")
                .isProblem(400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u202eb", "a\\u2066b", "a\\u200bb", "a\\ufeffb", "a\\ud800b", "a\\udc00", "LONG"})
    void item_23_tricks_of_writing_are_400(String text) {
        String written = text.equals("LONG") ? "😀".repeat(10_000) : text;

        assertThat(People.pay(alice.client(), order(written)).status()).isEqualTo(400);
        alice.client()
                .send("PUT", "/api/profile", "{\"fullName\":\"" + written + "\"}")
                .is(400);
        alice.client()
                .send("PUT", "/api/accounts/" + account, "{\"name\":\"" + written + "\"}")
                .is(400);
    }

    @Test
    void item_24_another_type_of_content_is_415() {
        String bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";

        for (String type :
                new String[] {"text/xml", "application/xml", "application/x-www-form-urlencoded", "text/plain"}) {
            Answer answer = alice.client().with("Content-Type", type).post("/api/accounts", bomb);
            answer.isProblem(415, "unsupported_media_type");
            assertThat(answer.response().body()).doesNotContain("root:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "size=1000000, unknown_parameter",
        "sort=password, unknown_parameter",
        "limit=1000000, invalid_parameter",
        "limit=-1, invalid_parameter",
        "limit=10&limit=20, invalid_parameter",
        "cursor=anything, invalid_cursor"
    })
    void item_24_a_parameter_that_is_none_is_400(String query, String code) {
        alice.client().get("/api/accounts?" + query).isProblem(400, code);
    }

    @Test
    void item_25_keys_make_repeats_harmless_and_are_nobody_elses() throws Exception {
        Client bob = people.person(Role.USER).client();
        String bobs = people.funded(bob);
        String key = UUID.randomUUID().toString();
        Map<String, Object> order = People.transfer(account, other, "1.00", "Once");
        alice.client().post("/api/payments", order).isProblem(400, "missing_idempotency_key");

        Answer first = keyed(alice.client(), key, order).is(201);
        Answer again = keyed(alice.client(), key, order).is(201);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        keyed(alice.client(), key, People.transfer(account, other, "2.00", "Once"))
                .isProblem(422, "idempotency_key_reused");
        keyed(bob, key, People.transfer(bobs, account, "1.00", "Bob's own")).is(201);
        Callable<Answer> repeated =
                () -> keyed(alice.client(), key + "-2", People.transfer(account, other, "3.00", "All at once"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers
                    .invokeAll(Stream.generate(() -> repeated).limit(16).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 201)
                            .map(answer -> answer.text("id"))
                            .distinct())
                    .hasSize(1);
        }
    }

    private static Answer keyed(Client client, String key, Object order) {
        return client.with("Idempotency-Key", key).post("/api/payments", order);
    }

    private String order(String text) {
        return """
                {"type":"TRANSFER","amount":{"amount":"1.00","currency":"GBP"},"remittanceInformation":"%s",
                "debtorAccountId":"%s","creditorAccountId":"%s"}""".formatted(text, account, other);
    }

    private static Map<String, Object> large(String account, int number) {
        return Map.of(
                "type",
                "DEPOSIT",
                "amount",
                Map.of("amount", "9999999999999999.99", "currency", "GBP"),
                "remittanceInformation",
                "Bag " + number,
                "creditorAccountId",
                account);
    }

    /** Over a bare connection: no client would announce so much and send nothing, or go on after an answer. */
    private int status(String framing, InputStream body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /api/accounts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + alice.token() + "\r\nContent-Type: application/json\r\n" + framing
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            try {
                byte[] chunk = body.readNBytes(16_384);
                while (chunk.length > 0) {
                    out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    chunk = body.readNBytes(16_384);
                }
                out.flush();
            } catch (IOException refusedMeanwhile) {
                assertThat(refusedMeanwhile).isNotNull();
            }
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private long lastEvent() {
        return jdbc.sql(
                        "SELECT coalesce(max(position), 0) FROM eventlog.event WHERE stream_type IN ('Payment', 'Account')")
                .query(Long.class)
                .single();
    }
}
