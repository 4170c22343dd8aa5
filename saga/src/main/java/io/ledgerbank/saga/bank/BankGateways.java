package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the gateway of each bank. Thread-safe. */
public final class BankGateways {

    private final Banks banks;
    private final Function<Bank, BankGateway> connect;
    private final Map<Bank, BankGateway> gateways = new ConcurrentHashMap<>();

    BankGateways(Banks banks, Function<Bank, BankGateway> connect) {
        this.banks = banks;
        this.connect = connect;
    }

    /** A bank that nobody knows has a gateway, too: it certainly executes nothing. */
    public BankGateway of(BankCode code) {
        return banks.find(code)
                .map(bank -> gateways.computeIfAbsent(bank, connect))
                .orElseGet(UnknownBank::new);
    }
}
