package io.ledgerbank.app.dashboard.risk;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.saga.batch.Batch;
import io.ledgerbank.saga.batch.BatchAction;
import io.ledgerbank.saga.batch.BatchReports;
import io.ledgerbank.saga.batch.Batches;
import io.ledgerbank.saga.work.IdPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One thing done to many payments: first how many that would be, then how far it has come. */
@Controller
@RequestMapping("/dashboard/batches")
class BatchPageEndpoint {

    private static final int ON_A_PAGE = 25;
    private static final String YET_TO_COME = "to be written";

    private final Batches batches;
    private final BatchReports reports;

    BatchPageEndpoint(Batches batches, BatchReports reports) {
        this.batches = batches;
        this.reports = reports;
    }

    @GetMapping
    String list(@RequestParam("cursor") Optional<String> cursor, Operator operator, Model model) {
        operator.caller().requireStaff();
        IdPage<Batch> page = IdPage.of(ON_A_PAGE, cursor, reports::page, Batch::id);
        model.addAttribute("batches", page.items());
        model.addAttribute("next", page.nextCursor().orElse(""));
        return "dashboard/batches";
    }

    @GetMapping("/new")
    String preview(BatchForm form, Operator operator, Model model) {
        return preview(form, "", operator, model);
    }

    @PostMapping
    String begin(
            BatchForm form,
            @RequestParam("why") Optional<String> why,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        try {
            Batch batch = batches.begin(form.order(why.orElse("").strip()), Optional.empty(), operator.caller())
                    .batch();
            return "redirect:/dashboard/batches/" + batch.id();
        } catch (RejectedException refused) {
            operator.caller().requireAdmin();
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return preview(form, why.orElse(""), operator, model);
        }
    }

    @GetMapping("/{id}")
    String batch(
            @PathVariable("id") UUID id,
            @RequestHeader("HX-Request") Optional<String> script,
            Operator operator,
            Model model) {
        operator.caller().requireStaff();
        model.addAttribute("batch", reports.find(id));
        return script.isPresent() ? "dashboard/batch :: progress" : "dashboard/batch";
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable("id") UUID id, Operator operator) {
        return back(batches.pause(id, operator.caller()));
    }

    @PostMapping("/{id}/resume")
    String resume(@PathVariable("id") UUID id, Operator operator) {
        return back(batches.resume(id, operator.caller()));
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable("id") UUID id, Operator operator) {
        return back(batches.cancel(id, operator.caller()));
    }

    private String preview(BatchForm form, String why, Operator operator, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("why", why);
        model.addAttribute("actions", List.of(BatchAction.values()));
        model.addAttribute("preview", batches.preview(form.order(YET_TO_COME), operator.caller()));
        return "dashboard/batch-new";
    }

    private static String back(Batch batch) {
        return "redirect:/dashboard/batches/" + batch.id();
    }
}
