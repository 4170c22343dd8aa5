package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.CurrencyCode;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import io.ledgerbank.command.request.RequestFields;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens accounts for whoever asks. */
@RestController
class OpenAccountEndpoint {

    /** What a client sends. */
    record Body(Optional<String> name, Optional<String> type, Optional<String> currency) {

        OpenAccount command(AccountId id, Caller caller) {
            RequestFields fields = new RequestFields();
            Optional<String> givenName = fields.check("name", fields.required("name", name), AccountName::check);
            Optional<AccountType> givenType =
                    fields.read("type", fields.required("type", type), AccountType.class, Reason.INVALID_ACCOUNT_TYPE);
            Optional<Currency> givenCurrency =
                    fields.read("currency", fields.required("currency", currency), CurrencyCode::parse);
            fields.rejectFaults();
            return new OpenAccount(
                    id, givenName.orElseThrow(), givenType.orElseThrow(), givenCurrency.orElseThrow(), caller);
        }
    }

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final AccountAnswers answers;

    OpenAccountEndpoint(CommandGateway commands, Idempotency idempotency, AccountAnswers answers) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountDetails> open(
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody Body body,
            Caller caller,
            HttpServletResponse response) {
        Optional<IdempotencyKey> idempotencyKey = key.map(IdempotencyKey::new);
        OpenAccount command = body.command(AccountId.next(), caller);
        AccountDetails opened = idempotencyKey.isPresent()
                ? once(idempotencyKey.get(), body, command, response)
                : commands.sendAndWait(command);
        return ResponseEntity.created(URI.create("/api/accounts/" + opened.id()))
                .body(opened);
    }

    private AccountDetails once(IdempotencyKey key, Body body, OpenAccount command, HttpServletResponse response) {
        return idempotency.once(new Repeatable<>(
                RepeatableRequest.of(command.caller(), key, "POST /api/accounts", body),
                command,
                command.accountId(),
                answers,
                ReplayedHeader.on(response)));
    }
}
