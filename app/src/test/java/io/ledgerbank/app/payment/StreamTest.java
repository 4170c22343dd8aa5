package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The live stream of everything, for API clients of the bank's staff. */
@PaymentTest
class StreamTest extends PaymentCase {

    @Test
    void what_happens_is_told_with_what_has_come_of_it_and_again_from_wherever_one_left_off() throws Exception {
        try (Stream<String> lines = listen()) {
            Iterator<String> line = lines.iterator();
            next(line, ":still there");
            String id =
                    pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");

            String position = told(line, id, "\"state\":\"RUNNING\"");
            cancel(alice, id).is(200);
            told(line, id, "\"state\":\"COMPENSATED\"");

            try (Stream<String> again = listen("Last-Event-ID", position)) {
                told(again.iterator(), id, "\"state\":\"COMPENSATED\"");
            }
        }
    }

    @Test
    void it_is_for_staff_and_for_positions_that_there_are() {
        alice.with("Accept", "text/event-stream").get("/api/stream").isProblem(403, "insufficient_permissions");
        teller.with("Last-Event-ID", "soon").get("/api/stream").isProblem(400, "invalid_parameter");
        teller.with("Last-Event-ID", "999999999").get("/api/stream").isProblem(400, "invalid_parameter");
    }

    /** Reads up to the saga as it is then, and on to the position that comes behind it. */
    private static String told(Iterator<String> lines, String payment, String state) {
        String data;
        do {
            next(lines, "event:saga");
            data = next(lines, "data:");
        } while (!data.contains(payment) || !data.contains(state));
        next(lines, "event:projections");
        return next(lines, "id:").substring("id:".length());
    }

    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("The stream ended before it told " + beginning);
    }

    private Stream<String> listen(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + teller.port() + "/api/stream"))
                .headers(teller.headers().toArray(String[]::new));
        return HttpClient.newHttpClient()
                .send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofLines())
                .body();
    }
}
