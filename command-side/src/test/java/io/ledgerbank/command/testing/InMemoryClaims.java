package io.ledgerbank.command.testing;

import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.ClaimResult;
import io.ledgerbank.command.claim.Claims;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Claims that keep to their promise without a database: one vanishes with the unit of work that made it. */
public final class InMemoryClaims implements Claims {

    private final Map<String, Object> holders = new ConcurrentHashMap<>();

    @Override
    public ClaimResult claim(ClaimKind kind, String key, Object holder) {
        String claim = kind + "/" + key;
        if (holders.putIfAbsent(claim, holder) != null) {
            return ClaimResult.TAKEN;
        }
        CurrentUnitOfWork.ifStarted(unit -> unit.onRollback(rolledBack -> holders.remove(claim)));
        return ClaimResult.GRANTED;
    }

    @Override
    public Optional<String> holderOf(ClaimKind kind, String key) {
        return Optional.ofNullable(holders.get(kind + "/" + key)).map(Object::toString);
    }
}
