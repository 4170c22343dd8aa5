package io.ledgerbank.app.dashboard.letters;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.saga.work.DeadLetter;
import io.ledgerbank.saga.work.DeadLetterFilter;
import io.ledgerbank.saga.work.DeadLetters;
import io.ledgerbank.saga.work.DecidingDeadLetters;
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

/** What failed for good, and what people decide about it. */
@Controller
@RequestMapping("/dashboard/letters")
class LettersEndpoint {

    private static final int ON_A_PAGE = 50;

    private final DeadLetters letters;
    private final DecidingDeadLetters decisions;

    LettersEndpoint(DeadLetters letters, DecidingDeadLetters decisions) {
        this.letters = letters;
        this.decisions = decisions;
    }

    @GetMapping
    String list(
            @RequestParam("state") Optional<String> state,
            @RequestParam("cursor") Optional<String> cursor,
            Operator operator,
            Model model) {
        operator.caller().requireStaff();
        DeadLetter.State shown = state.map(LettersEndpoint::state).orElse(DeadLetter.State.PARKED);
        DeadLetterFilter filter =
                new DeadLetterFilter(shown, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        IdPage<DeadLetter> page =
                IdPage.of(ON_A_PAGE, cursor, (most, before) -> letters.page(filter, most, before), DeadLetter::id);
        model.addAttribute("letters", page.items());
        model.addAttribute("next", page.nextCursor().orElse(""));
        model.addAttribute("shown", shown);
        model.addAttribute("states", List.of(DeadLetter.State.values()));
        return "dashboard/letters";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable("id") UUID id, Operator operator, Model model) {
        operator.caller().requireStaff();
        model.addAttribute("letter", letters.find(id));
        return "dashboard/letter";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable("id") UUID id, Operator operator, Model model, HttpServletResponse response) {
        return decided(id, () -> decisions.retry(id, operator.caller()), operator, model, response);
    }

    @PostMapping("/{id}/dismiss")
    String dismiss(
            @PathVariable("id") UUID id,
            @RequestParam("reason") Optional<String> reason,
            Operator operator,
            Model model,
            HttpServletResponse response) {
        return decided(
                id,
                () -> decisions.dismiss(id, new Explained(reason.orElse("").strip()).text(), operator.caller()),
                operator,
                model,
                response);
    }

    private String decided(UUID id, Runnable decision, Operator operator, Model model, HttpServletResponse response) {
        operator.caller().requireAdmin();
        try {
            decision.run();
        } catch (RejectedException refused) {
            model.addAttribute("refusal", refused.rejection().detail());
            response.setStatus(refused.reason().status());
            return letter(id, operator, model);
        }
        return "redirect:/dashboard/letters/" + id;
    }

    private static DeadLetter.State state(String text) {
        return Arrays.stream(DeadLetter.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Reason.INVALID_STATUS, Reason.INVALID_STATUS.description()));
    }
}
