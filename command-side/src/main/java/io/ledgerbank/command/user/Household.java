package io.ledgerbank.command.user;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who stands behind a client's address: of IPv6 the whole network that one customer of a provider gets. Nothing is ever looked up. */
public final class Household {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private Household() {}

    /** The same text for all addresses of one household; what is no address stands for itself. */
    public static String of(String address) {
        return bytesOf(address)
                .filter(bytes -> bytes.length == IPV6_BYTES)
                .map(bytes -> Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)))
                .orElse(address);
    }

    /** Nothing for a name, however it looks. */
    public static Optional<byte[]> bytesOf(String address) {
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
