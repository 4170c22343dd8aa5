package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what failed for good, and lets administrators decide about it. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterEndpoint {

    private final DeadLetters letters;
    private final DecidingDeadLetters decisions;

    DeadLetterEndpoint(DeadLetters letters, DecidingDeadLetters decisions) {
        this.letters = letters;
        this.decisions = decisions;
    }

    /** Those that wait for a person, unless another state is asked for. */
    @GetMapping
    IdPage<DeadLetter> letters(
            @RequestParam(defaultValue = "PARKED") DeadLetter.State state,
            @RequestParam Optional<DeadLetter.Kind> kind,
            @RequestParam Optional<String> source,
            @RequestParam Optional<Reason> reason,
            @RequestParam Optional<String> subject,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        caller.requireStaff();
        var filter = new DeadLetterFilter(state, kind, source, reason, subject);
        return IdPage.of(limit, cursor, (most, before) -> letters.page(filter, most, before), DeadLetter::id);
    }

    @GetMapping("/{id}")
    DeadLetter letter(@PathVariable UUID id, Caller caller) {
        caller.requireStaff();
        return letters.find(id);
    }

    @PostMapping("/{id}/retry")
    DeadLetter retry(@PathVariable UUID id, Caller caller) {
        return decisions.retry(id, caller);
    }

    @DeleteMapping("/{id}")
    DeadLetter dismiss(@PathVariable UUID id, @RequestParam String reason, Caller caller) {
        return decisions.dismiss(id, new Explained(reason).text(), caller);
    }
}
