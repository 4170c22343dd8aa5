package io.ledgerbank.benchmarks.stock;

import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.ClaimResult;
import io.ledgerbank.command.claim.Claims;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Claims that cost nothing. Thread-safe. */
public final class ClaimsInMemory implements Claims {

    private final Map<String, String> holders = new ConcurrentHashMap<>();

    @Override
    public ClaimResult claim(ClaimKind kind, String key, Object holder) {
        return holders.putIfAbsent(kind + "/" + key, holder.toString()) == null
                ? ClaimResult.GRANTED
                : ClaimResult.TAKEN;
    }

    @Override
    public Optional<String> holderOf(ClaimKind kind, String key) {
        return Optional.ofNullable(holders.get(kind + "/" + key));
    }
}
