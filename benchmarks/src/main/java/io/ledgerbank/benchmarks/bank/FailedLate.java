package io.ledgerbank.benchmarks.bank;

/** The failure that was asked for. */
final class FailedLate extends RuntimeException {

    private static final long serialVersionUID = 1;
}
