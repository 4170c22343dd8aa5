package io.ledgerbank.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Chance with a seed: which payments meet which behaviour, and how many inquiries fail. A payment with an end-to-end id
 * meets the same behaviour with the same seed in every run; one without is told apart by its instruction id.
 *
 * @param inquiriesFailing in percent
 */
record Mix(long seed, List<Share> shares, int inquiriesFailing) {

    private static final int ALL = 100;

    /** @param percent of all payments */
    record Share(int percent, Behaviour behaviour) {}

    Mix {
        shares = List.copyOf(shares);
    }

    /** Empty for a payment that is left alone. */
    Optional<Behaviour> towards(PaymentInstruction instruction) {
        int drawn = draw(instruction.endToEndId().orElse(instruction.instructionId()));
        int upTo = 0;
        for (Share share : shares) {
            upTo += share.percent();
            if (drawn < upTo) {
                return Optional.of(share.behaviour());
            }
        }
        return Optional.empty();
    }

    /** @param number of the inquiry among all */
    boolean failsInquiry(long number) {
        return draw("inquiry " + number) < inquiriesFailing;
    }

    /** From 0 to 99, each as likely as any other. */
    private int draw(String key) {
        CRC32C crc = new CRC32C();
        crc.update(key.getBytes(UTF_8));
        long mixed = (crc.getValue() ^ (seed * 0x9E37_79B9_7F4A_7C15L)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 31)) * 0x94D0_49BB_1331_11EBL;
        return (int) Math.floorMod(mixed ^ (mixed >>> 29), (long) ALL);
    }
}
