package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the gateway of each bank, and says who may call it now. Thread-safe. */
public final class BankGateways {

    private final Banks banks;
    private final Connector connector;
    private final Guards guards;
    private final Function<BankCode, BankTerms> terms;
    private final Map<Bank, BankGateway> gateways = new ConcurrentHashMap<>();

    BankGateways(Banks banks, Connector connector, Guards guards, Function<BankCode, BankTerms> terms) {
        this.banks = banks;
        this.connector = connector;
        this.guards = guards;
        this.terms = terms;
    }

    /**
     * Asked before anything is recorded about a call. A bank that nobody knows can be called at any time: it certainly
     * executes nothing.
     */
    public Admission admit(BankCode code) {
        return guarded(code).admit();
    }

    /** The bank, where nothing is recorded beforehand: a call that is not admitted ends as one that was not made. */
    public BankGateway of(BankCode code) {
        return guarded(code);
    }

    /** How the bank is called, and what it offers. */
    public BankTerms termsOf(BankCode code) {
        return terms.apply(code);
    }

    /** Where the bank's customers agree that we see what they have there; empty where they cannot. */
    public Optional<BankConsent> consentOf(BankCode code) {
        return banks.find(code).flatMap(connector::consentOf);
    }

    private GuardedGateway guarded(BankCode code) {
        BankGateway gateway = banks.find(code)
                .map(bank -> gateways.computeIfAbsent(bank, connector::connect))
                .orElseGet(UnknownBank::new);
        return new GuardedGateway(gateway, guards.of(code));
    }
}
