package io.ledgerbank.api.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ledgerbank.api.id.AccountId;

/**
 * What may take a second person: everything that has to be known to carry it out later. One record for each kind, and one
 * component that carries it out in the feature it belongs to.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Proposal.Unfreezing.class, name = "UNFREEZE_ACCOUNT")})
public sealed interface Proposal {

    /** The address of what it would change. */
    @JsonIgnore
    default String resource() {
        return switch (this) {
            case Unfreezing unfreezing -> "/api/accounts/" + unfreezing.accountId();
        };
    }

    /** Let a frozen account pay again. */
    record Unfreezing(AccountId accountId) implements Proposal {}
}
