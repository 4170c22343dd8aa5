package io.ledgerbank.app.postgres;

import org.jspecify.annotations.Nullable;

/** A role and its password; both may be absent where the URL carries them. Prints without the password. */
record DatabaseLogin(@Nullable String user, @Nullable String password) {

    @Override
    public String toString() {
        return user == null ? "the URL's own user" : user;
    }
}
