package io.ledgerbank.app.traffic;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** All addresses that begin with the same bits. Only numbers are read, never names, so nothing is ever looked up. */
record Network(byte[] address, int bits) {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_HOUSEHOLD_BITS = 64;

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
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Who pays for a request from an address: of IPv6 the whole network that one customer of a provider gets. */
    static String payer(String text) {
        return address(text)
                .filter(bytes -> bytes.length == IPV6_BYTES)
                .map(bytes -> Arrays.toString(Arrays.copyOf(bytes, IPV6_HOUSEHOLD_BITS / Byte.SIZE)))
                .orElse(text);
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
