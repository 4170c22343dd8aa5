package io.ledgerbank.saga.bank;

import java.io.IOException;

/** A bank's answer was larger than anything it has to say. */
final class OversizedBody extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedBody(int mostBytes) {
        super("The answer has more than " + mostBytes + " bytes");
    }
}
