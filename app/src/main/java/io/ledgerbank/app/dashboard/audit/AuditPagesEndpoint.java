package io.ledgerbank.app.dashboard.audit;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.command.audit.VerificationDesk;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.audit.LoggedEvent;
import io.ledgerbank.query.audit.TrialBalances;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The log, its proof and the books. */
@Controller
class AuditPagesEndpoint {

    private static final int ON_A_PAGE = 25;

    private final EventLog log;
    private final VerificationDesk verification;
    private final TrialBalances books;
    private final JsonMapper json;

    AuditPagesEndpoint(EventLog log, VerificationDesk verification, TrialBalances books, JsonMapper json) {
        this.log = log;
        this.verification = verification;
        this.books = books;
        this.json = json;
    }

    /** An event, and all of it as JSON. */
    record Told(LoggedEvent event, String json) {}

    @GetMapping("/dashboard/audit")
    String events(
            @RequestParam("streamId") Optional<String> stream,
            @RequestParam("type") Optional<String> type,
            @RequestParam("correlationId") Optional<String> correlation,
            @RequestParam("from") Optional<String> from,
            @RequestParam("to") Optional<String> to,
            @RequestParam("cursor") Optional<String> cursor,
            Operator operator,
            Model model) {
        EventFilter filter = new EventFilter(given(stream), given(type), time(from), time(to), given(correlation));
        Page<Told> page = log.events(filter, new Paging(ON_A_PAGE, given(cursor)), operator.caller())
                .map(event ->
                        new Told(event, json.writerWithDefaultPrettyPrinter().writeValueAsString(event)));
        model.addAttribute("events", page.items());
        model.addAttribute("next", page.nextCursor().orElse(""));
        model.addAttribute("stream", stream.orElse(""));
        model.addAttribute("type", type.orElse(""));
        model.addAttribute("correlation", correlation.orElse(""));
        model.addAttribute("from", from.orElse(""));
        model.addAttribute("to", to.orElse(""));
        return "dashboard/events";
    }

    @GetMapping("/dashboard/verification")
    String verification(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        model.addAttribute("report", verification.newest(operator.caller()));
        return script.isPresent() ? "dashboard/verification :: report" : "dashboard/verification";
    }

    @PostMapping("/dashboard/verification")
    String verify(Operator operator) {
        verification.begin(operator.caller());
        return "redirect:/dashboard/verification";
    }

    @GetMapping("/dashboard/books")
    String books(Operator operator, Model model) {
        model.addAttribute("books", books.now(operator.caller()));
        return "dashboard/books";
    }

    private static Optional<String> given(Optional<String> field) {
        return field.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** As a browser's field has it, in UTC. */
    private static Optional<Instant> time(Optional<String> field) {
        try {
            return given(field)
                    .map(text -> text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            throw new RejectedException(Reason.INVALID_DATETIME_FORMAT, "A time is like 2026-11-22T10:15");
        }
    }
}
