package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankAddresses;
import io.ledgerbank.api.bank.Banks;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that banks may be called at: those listed, and those of the banks that the installation itself names. A bank
 * that somebody adds while the service runs is called at a listed host only. Thread-safe.
 */
final class AllowedHosts implements BankAddresses {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Set<String> listed;
    private final Banks banks;

    AllowedHosts(Collection<String> listed, Banks banks) {
        this.listed = listed.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(AllowedHosts::lowerCase)
                .collect(Collectors.toUnmodifiableSet());
        this.banks = banks;
    }

    @Override
    public boolean allow(URI address) {
        String host = hostOf(address);
        return SCHEMES.contains(lowerCase(String.valueOf(address.getScheme())))
                && !host.isEmpty()
                && (listed.contains(host)
                        || banks.named().stream().anyMatch(bank -> host.equals(hostOf(bank.apiEndpoint()))));
    }

    private static String hostOf(URI address) {
        return address.getHost() == null ? "" : lowerCase(address.getHost());
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
