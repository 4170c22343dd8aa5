package io.ledgerbank.query.rebuild;

/** The rebuild was called off, or another process carries it out. */
final class NotOursException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOursException(Claimed rebuild) {
        super("Rebuild " + rebuild.id() + " of " + rebuild.projection().code()
                + " is not carried out from here any more");
    }
}
