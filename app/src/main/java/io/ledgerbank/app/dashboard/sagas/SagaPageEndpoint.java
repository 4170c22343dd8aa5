package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaHistory;
import io.ledgerbank.query.payment.SagaQueries;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** All there is to know of one payment to another bank. */
@Controller
class SagaPageEndpoint {

    private final SagaQueries sagas;
    private final PaymentQueries payments;
    private final JsonMapper json;
    private final Story story;
    private final Clock clock;

    SagaPageEndpoint(SagaQueries sagas, PaymentQueries payments, JsonMapper json, Clock clock) {
        this.sagas = sagas;
        this.payments = payments;
        this.json = json;
        this.story = new Story(new EventWords(json));
        this.clock = clock;
    }

    @GetMapping("/dashboard/sagas/{id}")
    String saga(
            @PathVariable("id") PaymentId id,
            @RequestHeader("HX-Request") Optional<String> script,
            @RequestParam("done") Optional<String> done,
            Operator operator,
            Model model) {
        SagaHistory saga = sagas.saga(id, operator.caller());
        Instant now = clock.instant();
        model.addAttribute("history", saga);
        model.addAttribute("payment", payments.payment(id, operator.caller()));
        model.addAttribute("story", story.of(saga, now));
        model.addAttribute("lines", LedgerLines.of(saga.timeline()));
        model.addAttribute("deeds", operator.isAdmin() ? Deed.possible(saga.saga()) : List.of());
        model.addAttribute("done", done.flatMap(Deed::find).map(Deed::done).orElse(""));
        model.addAttribute("waits", done.filter("proposed"::equals).isPresent());
        model.addAttribute("now", now);
        return script.isPresent() ? "dashboard/saga :: whole" : "dashboard/saga";
    }

    /** As {@code GET /api/sagas/{id}} answers it. */
    @GetMapping("/dashboard/sagas/{id}/json")
    ResponseEntity<byte[]> json(
            @PathVariable("id") PaymentId id, @RequestParam("download") Optional<String> download, Operator operator) {
        byte[] body = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(sagas.saga(id, operator.caller()));
        ContentDisposition disposition = download.isPresent()
                ? ContentDisposition.attachment()
                        .filename("payment-" + id + ".json")
                        .build()
                : ContentDisposition.inline().build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(body);
    }
}
