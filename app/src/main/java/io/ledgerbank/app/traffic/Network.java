package io.ledgerbank.app.traffic;

import io.ledgerbank.command.user.Household;
import java.util.Arrays;
import java.util.Optional;

/** All addresses that begin with the same bits. Only numbers are read, never names, so nothing is ever looked up. */
record Network(byte[] address, int bits) {

    /** @throws IllegalArgumentException unless it is an address, or one with a prefix length such as 10.0.0.0/8 */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text + " is no network such as 10.0.0.0/8"));
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (parts.length > 2 || bits < 0 || bits > most) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8");
        }
        return new Network(address, bits);
    }

    static Optional<byte[]> address(String text) {
        return Household.bytesOf(text);
    }

    /** Who pays for a request from an address. */
    static String payer(String text) {
        return Household.of(text);
    }

    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network same && bits == same.bits && Arrays.equals(address, same.address);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address) + bits;
    }

    @Override
    public String toString() {
        return Arrays.toString(address) + "/" + bits;
    }
}
