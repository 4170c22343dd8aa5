package io.ledgerbank.app.dashboard.overview;

import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.app.dashboard.overview.Pulse.Beat;
import io.ledgerbank.query.approval.ApprovalQueries;
import io.ledgerbank.query.paging.Paging;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The overview, whole for a browser and its figures alone for the script that keeps it up to date. */
@Controller
class OverviewEndpoint {

    private static final Paging FIRST_HUNDRED = new Paging(100, Optional.empty());

    private final Pulse pulse;
    private final History history;
    private final ApprovalQueries approvals;

    OverviewEndpoint(Pulse pulse, History history, ApprovalQueries approvals) {
        this.pulse = pulse;
        this.history = history;
        this.approvals = approvals;
    }

    @GetMapping("/dashboard")
    String overview(@RequestHeader("HX-Request") Optional<String> script, Operator operator, Model model) {
        Beat beat = pulse.take();
        model.addAttribute("glance", new Glance(beat, Series.of(beat.sagas(), history.samples())));
        model.addAttribute(
                "approvals",
                approvals
                        .approvals(Optional.of(ApprovalState.PENDING), FIRST_HUNDRED, operator.caller())
                        .items()
                        .size());
        return script.isPresent() ? "dashboard/overview :: figures" : "dashboard/overview";
    }
}
