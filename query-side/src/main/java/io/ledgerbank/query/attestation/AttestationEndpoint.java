package io.ledgerbank.query.attestation;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.Reads;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists signed reports, and has one made now. */
@RestController
@RequestMapping(AttestationEndpoint.PATH)
@Reads({})
class AttestationEndpoint {

    static final String PATH = "/api/audit/attestations";

    private final Attestations attestations;
    private final AttestationSchedule schedule;

    AttestationEndpoint(Attestations attestations, AttestationSchedule schedule) {
        this.attestations = attestations;
        this.schedule = schedule;
    }

    @GetMapping
    Page<AttestationSummary> attestations(
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return attestations.attestations(new Paging(limit, cursor), caller);
    }

    @GetMapping("/{id}")
    Attestation attestation(@PathVariable UUID id, Caller caller) {
        return attestations.attestation(id, caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Attestation> request(Caller caller) {
        UUID id = attestations.request(caller);
        schedule.wake();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + id))
                .body(attestations.attestation(id, caller));
    }
}
