package io.ledgerbank.command.eventtype;

import tools.jackson.databind.node.ObjectNode;

/** What events of older revisions meant. Nothing here ever changes: it would change what has happened. */
interface EventUpcasts {

    /** Before decisions about retries named the version of the error catalogue, there had been one version. */
    Upcast FIRST_CATALOGUE = payload -> payload.put("catalogueVersion", 1);

    /** Accounts from before there were limits by day and month have those that their type had first. */
    Upcast FIRST_LIMITS = payload -> {
        long daily =
                switch (payload.path("type").asString()) {
                    case "SAVINGS" -> 500;
                    case "CREDIT" -> 2_000;
                    case "INVESTMENT" -> 5_000;
                    default -> 1_000;
                };
        ObjectNode limits = (ObjectNode) payload.get("limits");
        limits.putObject("dailyLimit").put("amount", Long.toString(daily)).set("currency", payload.get("currency"));
        limits.putObject("monthlyLimit")
                .put("amount", Long.toString(20 * daily))
                .set("currency", payload.get("currency"));
        return payload;
    };

    Upcast NO_TIME_OF_BOOKING = payload -> payload.putNull("bookedAt");

    /** Debits by which the bank took a payment back counted like any others. */
    Upcast NO_REVERSAL = payload -> payload.putNull("reversalOf");

    Upcast NO_PURPOSE = payload -> payload.putNull("purpose");

    Upcast NO_DAY_OF_HOLD = payload -> payload.putNull("heldOn");

    /** What was parked did not say whether anything was certain about it. */
    Upcast NOTHING_CERTAIN = payload -> payload.putNull("outcome").putNull("bankCode");

    /** What a bank returned during a dispute was not written down. */
    Upcast NOTHING_RETURNED = payload -> payload.putNull("returnReference");

    /** What was asked of a second person did not say yet what it was asked about. */
    Upcast NOTHING_PINNED = payload -> {
        ObjectNode proposal = (ObjectNode) payload.get("proposal");
        switch (proposal.path("type").asString()) {
            case "RAISE_LIMITS" -> proposal.putNull("instead");
            case "RESOLVE_PAYMENT" -> proposal.putNull("sequence");
            default -> {}
        }
        return payload;
    };
}
