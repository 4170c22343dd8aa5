package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How banks are called, and how their notifications are told from forged ones.
 *
 * @param timeout for the whole of one call
 * @param connectTimeout for a connection to come about
 * @param webhookSecrets the secret that each bank signs its notifications with, by the bank's code; a bank without one
 *     cannot notify
 */
@ConfigurationProperties("ledgerbank.banks")
public record BankSettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue Map<String, String> webhookSecrets) {

    public BankSettings {
        if (!timeout.isPositive() || !connectTimeout.isPositive()) {
            throw new IllegalArgumentException("The time-outs in ledgerbank.banks must be longer than nothing");
        }
        webhookSecrets = webhookSecrets.entrySet().stream()
                .filter(secret -> !secret.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        secret -> secret.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    public Optional<String> webhookSecretOf(BankCode bank) {
        return Optional.ofNullable(webhookSecrets.get(bank.value()));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BankSettings[timeout=" + timeout + ", connectTimeout=" + connectTimeout + ", webhookSecrets of "
                + webhookSecrets.keySet() + "]";
    }
}
