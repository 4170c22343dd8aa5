package io.ledgerbank.app.dashboard.risk;

import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.board.RiskQueries;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Stuck payments as incidents: how much, for how long, and whether there are more and more. */
@Controller
class RiskEndpoint {

    private final RiskQueries risks;
    private final Clock clock;

    RiskEndpoint(RiskQueries risks, Clock clock) {
        this.risks = risks;
        this.clock = clock;
    }

    @GetMapping("/dashboard/risk")
    String groups(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        model.addAttribute(
                "groups",
                risks.groups(operator.caller()).stream().map(Incident::of).toList());
        model.addAttribute("now", clock.instant());
        return script.isPresent() ? "dashboard/risk :: groups" : "dashboard/risk";
    }
}
