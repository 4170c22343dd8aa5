package io.ledgerbank.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bank's own name for an execution, derived from the instruction id so that it needs no counter to survive a crash. */
final class BankReference {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int BYTES = 8;

    private BankReference() {}

    static String of(String instructionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(instructionId.getBytes(UTF_8));
            return "SIM" + HEX.formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
