package io.ledgerbank.query.replay;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.Reads;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Reads({})
@RequestMapping("/api/audit")
class ReplayEndpoint {

    private final Replays replays;

    ReplayEndpoint(Replays replays) {
        this.replays = replays;
    }

    @GetMapping("/accounts/{id}/replay")
    Replay<AccountDetails> account(
            @PathVariable AccountId id,
            @RequestParam Optional<Long> sequence,
            @RequestParam Optional<Instant> at,
            Caller caller) {
        return replays.replay(id.value(), Fold.ACCOUNT, new Until(sequence, at), caller);
    }

    @GetMapping("/payments/{id}/replay")
    Replay<PaymentDetails> payment(
            @PathVariable PaymentId id,
            @RequestParam Optional<Long> sequence,
            @RequestParam Optional<Instant> at,
            Caller caller) {
        return replays.replay(id.value(), Fold.PAYMENT, new Until(sequence, at), caller);
    }

    @GetMapping("/users/{id}/replay")
    Replay<UserDetails> user(
            @PathVariable UserId id,
            @RequestParam Optional<Long> sequence,
            @RequestParam Optional<Instant> at,
            Caller caller) {
        return replays.replay(id.value(), Fold.USER, new Until(sequence, at), caller);
    }

    @GetMapping("/accounts/{id}/replay/steps")
    Page<ReplayStep<AccountDetails>> accountSteps(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return replays.steps(id.value(), Fold.ACCOUNT, new Paging(limit, cursor), caller);
    }

    @GetMapping("/payments/{id}/replay/steps")
    Page<ReplayStep<PaymentDetails>> paymentSteps(
            @PathVariable PaymentId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return replays.steps(id.value(), Fold.PAYMENT, new Paging(limit, cursor), caller);
    }

    @GetMapping("/users/{id}/replay/steps")
    Page<ReplayStep<UserDetails>> userSteps(
            @PathVariable UserId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return replays.steps(id.value(), Fold.USER, new Paging(limit, cursor), caller);
    }
}
