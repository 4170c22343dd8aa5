package io.ledgerbank.app.dashboard.breaks;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.saga.reconciliation.Break;
import io.ledgerbank.saga.reconciliation.Breaks;
import io.ledgerbank.saga.reconciliation.OrderingRuns;
import io.ledgerbank.saga.reconciliation.ReconciliationRun;
import io.ledgerbank.saga.reconciliation.Runs;
import io.ledgerbank.saga.work.Explained;
import io.ledgerbank.saga.work.IdPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What our ledger and the banks do not agree about, and what people find out about it. */
@Controller
@RequestMapping("/dashboard/breaks")
class BreaksEndpoint {

    private static final int ON_A_PAGE = 50;
    private static final int RUNS = 5;

    private final Breaks breaks;
    private final Runs runs;
    private final OrderingRuns ordering;

    BreaksEndpoint(Breaks breaks, Runs runs, OrderingRuns ordering) {
        this.breaks = breaks;
        this.runs = runs;
        this.ordering = ordering;
    }

    @GetMapping
    String list(
            @RequestParam("state") Optional<String> state,
            @RequestParam("cursor") Optional<String> cursor,
            Operator operator,
            Model model) {
        operator.caller().requireStaff();
        Break.State shown = state.map(BreaksEndpoint::state).orElse(Break.State.OPEN);
        IdPage<Break> page =
                IdPage.of(ON_A_PAGE, cursor, (most, before) -> breaks.page(shown, most, before), Break::id);
        IdPage<ReconciliationRun> latest = IdPage.of(RUNS, Optional.empty(), runs::page, ReconciliationRun::id);
        model.addAttribute("found", page.items());
        model.addAttribute("next", page.nextCursor().orElse(""));
        model.addAttribute("shown", shown);
        model.addAttribute("states", List.of(Break.State.values()));
        model.addAttribute("runs", latest.items());
        return "dashboard/breaks";
    }

    @PostMapping
    String reconcile(Operator operator) {
        ordering.order(operator.caller());
        return "redirect:/dashboard/breaks";
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") UUID id, Operator operator, Model model) {
        operator.caller().requireStaff();
        model.addAttribute("found", breaks.find(id));
        return "dashboard/break";
    }

    @PostMapping("/{id}/resolve")
    String resolve(
            @PathVariable("id") UUID id,
            @RequestParam("reason") Optional<String> reason,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        operator.caller().requireAdmin();
        try {
            breaks.resolve(id, new Explained(reason.orElse("").strip()), operator.caller());
        } catch (RejectedException refused) {
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return one(id, operator, model);
        }
        return "redirect:/dashboard/breaks/" + id;
    }

    private static Break.State state(String text) {
        return Arrays.stream(Break.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Reason.INVALID_STATUS, Reason.INVALID_STATUS.description()));
    }
}
