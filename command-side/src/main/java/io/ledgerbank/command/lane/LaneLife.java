package io.ledgerbank.command.lane;

/** Tells whether this node decides commands, rather than letting them wait for ever. */
public final class LaneLife {

    private final Lane lane;

    LaneLife(Lane lane) {
        this.lane = lane;
    }

    public boolean isAlive() {
        return lane.isAlive();
    }
}
