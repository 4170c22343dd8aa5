package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.bankconnection.EstablishBankConnection;
import io.ledgerbank.api.bankconnection.RequestBankConnection;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.bank.BankAnswer;
import io.ledgerbank.saga.bank.BankConsent;
import io.ledgerbank.saga.bank.BankGateways;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has customers agree at their banks that we see what they have there. Thread-safe. */
final class Linking {

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Banks known;
    private final BankGateways banks;
    private final ConnectionTable table;
    private final Links links;
    private final TokenVault vault;
    private final Syncs syncs;
    private final CommandGateway commands;
    private final Clock clock;

    Linking(
            Banks known,
            BankGateways banks,
            ConnectionTable table,
            Links links,
            TokenVault vault,
            Syncs syncs,
            CommandGateway commands,
            Clock clock) {
        this.known = known;
        this.banks = banks;
        this.table = table;
        this.links = links;
        this.vault = vault;
        this.syncs = syncs;
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws RejectedException {@code bank_not_found}, {@code bank_not_linkable}, {@code configuration_error} */
    LinkInvitation begin(BankCode bank, Caller caller) {
        BankConsent consent = consentOf(bank);
        BankConnectionId id = BankConnectionId.next();
        Proof proof = Proof.random();
        table.insert(id, caller.userId(), bank, clock.instant());
        Instant expiresAt = links.begin(id, caller.userId(), proof.state(), proof.verifier());
        commands.sendAndWait(new RequestBankConnection(id, bank, caller));
        return new LinkInvitation(
                id, bank, BankConnectionStatus.PENDING, consent.askedAt(proof.state(), proof.challenge()), expiresAt);
    }

    /**
     * Takes back whom the bank has sent back.
     *
     * @param code what the bank gave them; none where they, or the bank, did not agree
     * @throws RejectedException {@code invalid_link_state}, {@code authorization_refused}, or that the bank does not answer
     */
    ConnectionDetails complete(String state, Optional<String> code, Caller caller) {
        Links.Begun begun = links.take(state, caller.userId())
                .orElseThrow(() ->
                        new RejectedException(Reason.INVALID_LINK_STATE, Reason.INVALID_LINK_STATE.description()));
        BankAccess access = code.map(given -> redeem(begun, given))
                .orElseThrow(() -> new RejectedException(
                        Reason.AUTHORIZATION_REFUSED, "The bank came back without an authorisation"));
        vault.put(begun.connectionId(), access);
        BankConnectionProgress established =
                commands.sendAndWait(new EstablishBankConnection(begun.connectionId(), caller));
        syncs.ask(begun.connectionId());
        LOG.info("Bank connection {} to {} is established", begun.connectionId(), begun.bank());
        return ConnectionDetails.of(established, Optional.empty());
    }

    private BankAccess redeem(Links.Begun begun, String code) {
        return switch (consentOf(begun.bank()).redeem(code, begun.verifier())) {
            case BankAnswer.Told<BankAccess> told -> told.content();
            case BankAnswer.NotOffered<BankAccess> nothing -> throw notLinkable();
            case BankAnswer.Failed<BankAccess> failed ->
                throw new RejectedException(failed.reason(), failed.reason().description());
        };
    }

    private BankConsent consentOf(BankCode bank) {
        Bank found = known.find(bank)
                .orElseThrow(() -> new RejectedException(Reason.BANK_NOT_FOUND, "There is no bank of this code"));
        if (found.status() == BankStatus.INACTIVE) {
            throw new RejectedException(Reason.BANK_INACTIVE, Reason.BANK_INACTIVE.description());
        }
        return banks.consentOf(bank).orElseThrow(Linking::notLinkable);
    }

    private static RejectedException notLinkable() {
        return new RejectedException(Reason.BANK_NOT_LINKABLE, Reason.BANK_NOT_LINKABLE.description());
    }
}
