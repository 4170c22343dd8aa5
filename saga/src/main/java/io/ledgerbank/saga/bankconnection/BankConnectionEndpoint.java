package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.IdPage;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links what customers have at outside banks, and shows it to them. */
@RestController
@RequestMapping("/api/bank-connections")
class BankConnectionEndpoint {

    /** What a customer sends. */
    record Body(BankCode bankCode) {}

    private final Linking linking;
    private final OwnConnections own;

    BankConnectionEndpoint(Linking linking, OwnConnections own) {
        this.linking = linking;
        this.own = own;
    }

    /** Answers where the customer's browser is to go. */
    @PostMapping
    ResponseEntity<LinkInvitation> begin(@RequestBody Body body, Caller caller) {
        LinkInvitation begun = linking.begin(body.bankCode(), caller);
        return ResponseEntity.created(URI.create("/api/bank-connections/" + begun.id()))
                .body(begun);
    }

    /**
     * Takes back the customer, and nobody else, whom the bank has sent back, with whatever it has sent along: a page of the
     * client's receives the bank's redirect and calls this.
     */
    @GetMapping("/callback")
    ConnectionDetails complete(
            @RequestParam String state,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> error,
            Caller caller) {
        return linking.complete(state, error.isPresent() ? Optional.empty() : code, caller);
    }

    @GetMapping
    IdPage<ConnectionDetails> connections(
            @RequestParam(defaultValue = "20") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        return own.page(limit, cursor, caller);
    }

    @GetMapping("/{id}")
    ConnectionDetails connection(@PathVariable UUID id, Caller caller) {
        return own.find(id, caller);
    }

    @PostMapping("/{id}/sync")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ConnectionDetails sync(@PathVariable UUID id, Caller caller) {
        return own.sync(id, caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Caller caller) {
        own.remove(id, caller);
    }

    @GetMapping("/{id}/accounts")
    IdPage<LinkedAccount> accounts(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return own.accounts(id, limit, cursor, caller);
    }

    /** The latest first. */
    @GetMapping("/{id}/transactions")
    IdPage<LinkedTransaction> transactions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return own.transactions(id, limit, cursor, caller);
    }
}
