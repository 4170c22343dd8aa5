package io.ledgerbank.app.dashboard.system;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.rebuild.ProjectionReports;
import io.ledgerbank.query.rebuild.Rebuilds;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** What queries are answered from, how far behind the log it is, and making it anew. */
@Controller
@RequestMapping("/dashboard/projections")
class RebuildEndpoint {

    private final ProjectionReports reports;
    private final Rebuilds rebuilds;

    RebuildEndpoint(ProjectionReports reports, Rebuilds rebuilds) {
        this.reports = reports;
        this.rebuilds = rebuilds;
    }

    @GetMapping
    String all(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        model.addAttribute("reports", reports.all(operator.caller()));
        return script.isPresent() ? "dashboard/projections :: rows" : "dashboard/projections";
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable("name") String name,
            @RequestHeader("HX-Request") Optional<String> script,
            Operator operator,
            Model model) {
        ProjectionName projection = named(name);
        model.addAttribute("name", projection);
        model.addAttribute(
                "rebuilds", rebuilds.of(projection, operator.caller()).items());
        return script.isPresent() ? "dashboard/projection :: rebuilds" : "dashboard/projection";
    }

    @PostMapping("/{name}/rebuild")
    String begin(@PathVariable("name") String name, Operator operator, Model model, HttpServletResponse response) {
        return done(name, operator, model, response, projection -> rebuilds.begin(projection, operator.caller()));
    }

    @PostMapping("/{name}/{id}/cancel")
    String cancel(
            @PathVariable("name") String name,
            @PathVariable("id") UUID id,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        return done(name, operator, model, response, projection -> rebuilds.cancel(projection, id, operator.caller()));
    }

    @PostMapping("/{name}/{id}/rollback")
    String rollBack(
            @PathVariable("name") String name,
            @PathVariable("id") UUID id,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        return done(
                name, operator, model, response, projection -> rebuilds.rollBack(projection, id, operator.caller()));
    }

    private String done(
            String name, Operator operator, Model model, HttpServletResponse response, Consumer<ProjectionName> deed) {
        operator.caller().requireAdmin();
        try {
            deed.accept(named(name));
        } catch (RejectedException refused) {
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return one(name, Optional.empty(), operator, model);
        }
        return "redirect:/dashboard/projections/" + named(name).code();
    }

    private static ProjectionName named(String name) {
        return ProjectionName.of(name)
                .orElseThrow(() ->
                        new RejectedException(Reason.PROJECTION_NOT_FOUND, Reason.PROJECTION_NOT_FOUND.description()));
    }
}
