package io.ledgerbank.app.dashboard.approvals;

import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.approval.ApprovalQueries;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a second person, who agrees or does not. */
@Controller
@RequestMapping("/dashboard/approvals")
class ApprovalsEndpoint {

    private static final int ON_A_PAGE = 50;

    private final ApprovalQueries approvals;
    private final CommandGateway commands;
    private final JsonMapper json;

    ApprovalsEndpoint(ApprovalQueries approvals, CommandGateway commands, JsonMapper json) {
        this.approvals = approvals;
        this.commands = commands;
        this.json = json;
    }

    @GetMapping
    String list(
            @RequestParam("state") Optional<String> state,
            @RequestParam("cursor") Optional<String> cursor,
            Operator operator,
            Model model) {
        ApprovalState shown = state.map(ApprovalsEndpoint::state).orElse(ApprovalState.PENDING);
        Page<Request> page = approvals
                .approvals(Optional.of(shown), new Paging(ON_A_PAGE, cursor), operator.caller())
                .map(approval -> Request.of(approval, json));
        model.addAttribute("requests", page.items());
        model.addAttribute("next", page.nextCursor().orElse(""));
        model.addAttribute("shown", shown);
        model.addAttribute("states", List.of(ApprovalState.values()));
        return "dashboard/approvals";
    }

    @GetMapping("/{id}")
    String one(@PathVariable("id") ApprovalId id, Operator operator, Model model) {
        model.addAttribute("wanted", Request.of(approvals.approval(id, operator.caller()), json));
        model.addAttribute("me", operator.caller().userId());
        return "dashboard/approval";
    }

    @PostMapping("/{id}/approve")
    String approve(@PathVariable("id") ApprovalId id, Operator operator, Model model, HttpServletResponse response) {
        return decided(id, new GrantApproval(id, operator.caller()), operator, model, response);
    }

    @PostMapping("/{id}/reject")
    String reject(
            @PathVariable("id") ApprovalId id,
            @RequestParam("reason") Optional<String> reason,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        RejectApproval rejection = new RejectApproval(id, reason.orElse("").strip(), operator.caller());
        return decided(id, rejection, operator, model, response);
    }

    private String decided(
            ApprovalId id, Object decision, Operator operator, Model model, HttpServletResponse response) {
        try {
            commands.sendAndWait(decision);
        } catch (RejectedException refused) {
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return one(id, operator, model);
        }
        return "redirect:/dashboard/approvals/" + id;
    }

    private static ApprovalState state(String text) {
        return Arrays.stream(ApprovalState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Reason.INVALID_STATUS, Reason.INVALID_STATUS.description()));
    }
}
