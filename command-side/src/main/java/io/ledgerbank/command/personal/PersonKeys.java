package io.ledgerbank.command.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ledgerbank.command.eventtype.Sealing;
import io.ledgerbank.command.personal.PersonKeyTable.Kept;
import java.util.Optional;
import java.util.UUID;

/** Seals with keys that it makes when they are first needed, and remembers those in use. Thread-safe. */
public final class PersonKeys implements Sealing {

    private static final int MOST_REMEMBERED = 200_000;

    private final PersonKeyTable table;
    private final Cache<UUID, PersonKey> keys = remembering();
    private final Cache<UUID, UUID> owners = remembering();

    PersonKeys(PersonKeyTable table) {
        this.table = table;
    }

    @Override
    public Optional<String> seal(UUID person, byte[] plain) {
        return key(person).or(() -> firstKey(person)).map(key -> key.seal(plain));
    }

    @Override
    public Optional<byte[]> open(UUID person, String sealed) {
        return keyOfSealed(person).map(key -> key.open(sealed));
    }

    /** The key of one sealed text, in hexadecimal; nothing once the person has been forgotten. */
    public Optional<String> keyOf(UUID person, String sealed) {
        return keyOfSealed(person).map(key -> key.keyOf(sealed));
    }

    @Override
    public void remember(UUID account, UUID owner) {
        owners.put(account, owner);
    }

    @Override
    public UUID ownerOf(UUID account) {
        UUID remembered = owners.getIfPresent(account);
        if (remembered != null) {
            return remembered;
        }
        UUID owner = table.ownerOf(account)
                .orElseThrow(() -> new IllegalStateException("Nobody has opened the account " + account));
        owners.put(account, owner);
        return owner;
    }

    /** For good. Other nodes drop the key within seconds. */
    public void erase(UUID person) {
        table.erase(person);
        keys.invalidate(person);
    }

    /** SHA-256 of the erased key, in hexadecimal; nothing of somebody who never had one. */
    public Optional<String> fingerprint(UUID person) {
        return table.fingerprint(person);
    }

    /** That the key is erased is on record. */
    public void certified(UUID person) {
        table.certify(person);
    }

    /** What was erased elsewhere is no longer remembered here. */
    public void dropErased() {
        keys.invalidateAll(table.erasedLately());
    }

    private Optional<PersonKey> key(UUID person) {
        PersonKey remembered = keys.getIfPresent(person);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<PersonKey> key = table.find(person).flatMap(Kept::key);
        key.ifPresent(found -> keys.put(person, found));
        return key;
    }

    /** Whichever node makes one first; none for somebody who had one. */
    private Optional<PersonKey> firstKey(UUID person) {
        table.add(person, PersonKey.random());
        return key(person);
    }

    private Optional<PersonKey> keyOfSealed(UUID person) {
        Optional<PersonKey> key = key(person);
        if (key.isEmpty() && table.find(person).isEmpty()) {
            throw new IllegalStateException("The key of person " + person + " is missing and was not erased");
        }
        return key;
    }

    private static <V> Cache<UUID, V> remembering() {
        return Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    }
}
