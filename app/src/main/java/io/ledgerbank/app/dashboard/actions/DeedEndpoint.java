package io.ledgerbank.app.dashboard.actions;

import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.PreviewOperation;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.app.dashboard.sagas.Deed;
import io.ledgerbank.query.payment.SagaQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what a deed would do, and does it once somebody has said why. What they were shown is what happens: a payment that has
 * moved on meanwhile is left alone, and a form that is sent twice does nothing twice.
 */
@Controller
@RequestMapping("/dashboard/sagas/{id}/do/{deed}")
class DeedEndpoint {

    private final CommandGateway commands;
    private final SagaQueries sagas;

    DeedEndpoint(CommandGateway commands, SagaQueries sagas) {
        this.commands = commands;
        this.sagas = sagas;
    }

    @GetMapping
    String preview(
            @PathVariable("id") PaymentId id,
            @PathVariable("deed") String code,
            @RequestParam("outcome") Optional<String> outcome,
            Operator operator,
            Model model) {
        operator.caller().requireAdmin();
        return page(
                id,
                deed(code),
                new DeedForm(Optional.empty(), outcome, Optional.empty(), Optional.empty()),
                operator,
                model);
    }

    @PostMapping
    String perform(
            @PathVariable("id") PaymentId id,
            @PathVariable("deed") String code,
            @RequestParam("reason") Optional<String> reason,
            @RequestParam("outcome") Optional<String> outcome,
            @RequestParam("evidence") Optional<String> evidence,
            @RequestParam("version") Optional<Long> version,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        operator.caller().requireAdmin();
        Deed deed = deed(code);
        DeedForm form = new DeedForm(reason, outcome, evidence, version);
        try {
            return "redirect:/dashboard/sagas/" + id + "?done=" + outcomeOf(deed, id, form, operator);
        } catch (RejectedException refused) {
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return page(id, deed, form, operator, model);
        }
    }

    private String outcomeOf(Deed deed, PaymentId id, DeedForm form, Operator operator) {
        if (form.version().isEmpty()) {
            throw new RejectedException(Reason.PAYMENT_MOVED_ON, "Look at what would happen first");
        }
        Object answer = commands.sendAndWait(form.operation(deed, id, operator.caller()));
        if (deed == Deed.CANCEL) {
            commands.sendAndWait(new CancelPayment(id, operator.caller()));
        }
        return answer instanceof Decision.Proposed<?> ? "proposed" : deed.code();
    }

    private String page(PaymentId id, Deed deed, DeedForm form, Operator operator, Model model) {
        model.addAttribute("saga", sagas.saga(id, operator.caller()).saga());
        model.addAttribute("deed", deed);
        model.addAttribute("form", form);
        model.addAttribute("reason", form.reason().orElse(""));
        model.addAttribute("evidence", form.evidence().orElse(""));
        model.addAttribute("outcome", form.outcome().orElse(""));
        boolean mayPreview = deed != Deed.RESOLVE || form.outcome().isPresent();
        model.addAttribute("asked", mayPreview);
        if (mayPreview) {
            preview(DeedForm.empty(form.outcome()).operation(deed, id, operator.caller()), model);
        }
        return "dashboard/deed";
    }

    private void preview(Operation operation, Model model) {
        try {
            model.addAttribute("preview", commands.<OperationPreview>sendAndWait(new PreviewOperation(operation)));
        } catch (RejectedException impossible) {
            model.addAttribute("impossible", impossible.rejection().detail());
        }
    }

    private static Deed deed(String code) {
        return Deed.find(code)
                .orElseThrow(() ->
                        new RejectedException(Reason.RESOURCE_NOT_FOUND, Reason.RESOURCE_NOT_FOUND.description()));
    }
}
