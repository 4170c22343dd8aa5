package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How banks are called, and how their notifications are told from forged ones.
 *
 * @param timeout for the whole of one call
 * @param connectTimeout for a connection to come about
 * @param concurrentCalls how many calls of this node may wait for one bank at a time
 * @param callsPerSecond how many calls this node makes to one bank in a second at most; 0 for as many as there are
 * @param webhookSecrets the secret that each bank signs its notifications with, by the bank's code; a bank without one
 *     cannot notify
 * @param terms what differs for single banks, by their codes
 * @param allowedHosts where banks may be called, beside those that the configuration names itself
 * @param links how customers of single banks link their accounts, by the banks' codes
 */
@ConfigurationProperties("ledgerbank.banks")
public record BankSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("16") int concurrentCalls,
        @DefaultValue("0") int callsPerSecond,
        @DefaultValue BreakerTerms breaker,
        @DefaultValue({"DEDUPES", "INQUIRES"}) Set<Capability> capabilities,
        @DefaultValue Map<String, String> webhookSecrets,
        @DefaultValue Map<String, OwnTerms> terms,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue Map<String, LinkTerms> links) {

    public BankSettings {
        BankTerms general = new BankTerms(
                timeout, connectTimeout, concurrentCalls, OwnTerms.rate(callsPerSecond), breaker, capabilities);
        terms.values().forEach(own -> own.over(general));
        terms = byCode(terms.entrySet().stream());
        links = byCode(links.entrySet().stream());
        webhookSecrets = byCode(webhookSecrets.entrySet().stream()
                .filter(secret -> !secret.getValue().isBlank()));
    }

    /** How this bank is called, whether anybody knows it or not. */
    public BankTerms termsOf(BankCode bank) {
        return terms.getOrDefault(bank.value(), OwnTerms.NONE).over(general());
    }

    /** No call to any bank takes longer. */
    public Duration longestTimeout() {
        return terms.values().stream()
                .map(own -> own.over(general()).timeout())
                .reduce(timeout, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    public Optional<String> webhookSecretOf(BankCode bank) {
        return Optional.ofNullable(webhookSecrets.get(bank.value()));
    }

    /** Empty where nothing is said of links, so that there can be none. */
    public Optional<LinkTerms> linksTo(BankCode bank) {
        return Optional.ofNullable(links.get(bank.value()));
    }

    private BankTerms general() {
        return new BankTerms(
                timeout, connectTimeout, concurrentCalls, OwnTerms.rate(callsPerSecond), breaker, capabilities);
    }

    private static <T> Map<String, T> byCode(Stream<Map.Entry<String, T>> settings) {
        return settings.collect(Collectors.toUnmodifiableMap(
                setting -> setting.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BankSettings[general=" + general() + ", terms=" + terms + ", webhookSecrets of "
                + webhookSecrets.keySet() + "]";
    }
}
