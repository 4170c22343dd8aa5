package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Role;

/** A password that a customer may choose. */
record CustomerPassword(@JsonValue Password password) {

    /** @throws RejectedException {@code invalid_password_format}, {@code common_password} */
    @JsonCreator
    static CustomerPassword of(String value) {
        Password password = Password.of(value);
        password.mustSuit(Role.USER);
        return new CustomerPassword(password);
    }
}
