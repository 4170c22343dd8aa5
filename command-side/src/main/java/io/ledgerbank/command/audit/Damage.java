package io.ledgerbank.command.audit;

/** How the log, or what vouches for it, is broken. */
public enum Damage {
    MISSING("There is no event at this position, but there is one behind it."),
    CHANGED("The event at this position, or the one before it, is not what was hashed."),
    TRUNCATED("The log ends before this position, which a checkpoint has signed."),
    REWRITTEN(
            "From this position on, or somewhere between here and the checkpoint, events were replaced and hashed anew:"
                    + " the checkpoint states other hashes."),
    LOST("Behind this position there were events, committed or read by the service, that are not in the log any more or"
            + " were replaced."),
    CHECKPOINT_FORGED("The checkpoint's signature is not by the key that it names."),
    CHECKPOINT_KEY_UNKNOWN("The checkpoint names a key that is not among the published ones."),
    CHECKPOINT_MISSING("A checkpoint that others follow, or that was seen before, is not there or was replaced.");

    private final String description;

    Damage(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
