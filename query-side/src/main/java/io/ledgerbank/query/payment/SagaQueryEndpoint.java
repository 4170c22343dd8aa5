package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sagas")
@Reads(ProjectionName.SAGAS)
class SagaQueryEndpoint {

    private final SagaQueries sagas;

    SagaQueryEndpoint(SagaQueries sagas) {
        this.sagas = sagas;
    }

    @GetMapping
    Page<SagaDetails> sagas(
            @RequestParam Optional<SagaState> state,
            @RequestParam Optional<Step> step,
            @RequestParam Optional<Reason> reason,
            @RequestParam Optional<BankCode> bankCode,
            @RequestParam Optional<Duration> olderThan,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return sagas.sagas(new SagaFilter(state, step, reason, bankCode, olderThan), new Paging(limit, cursor), caller);
    }

    @GetMapping("/summary")
    SagaSummary summary(Caller caller) {
        return sagas.summary(caller);
    }

    @GetMapping("/{paymentId}")
    SagaHistory saga(@PathVariable PaymentId paymentId, Caller caller) {
        return sagas.saga(paymentId, caller);
    }
}
