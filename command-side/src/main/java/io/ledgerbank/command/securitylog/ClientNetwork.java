package io.ledgerbank.command.securitylog;

import java.util.Arrays;

/** As much of a client's address as tells attacks apart, and not one household from another. */
final class ClientNetwork {

    private static final int IPV4_NUMBERS = 3;
    private static final int IPV6_GROUPS = 3;
    private static final String UNKNOWN = "unknown";

    private ClientNetwork() {}

    /** {@code 192.0.2.0/24} or {@code 2001:db8:1::/48}. */
    static String of(String address) {
        if (address.contains(":")) {
            String[] groups = expanded(address).split(":", -1);
            return groups.length <= IPV6_GROUPS
                    ? UNKNOWN
                    : String.join(":", Arrays.copyOf(groups, IPV6_GROUPS)) + "::/48";
        }
        String[] numbers = address.split("\\.", -1);
        return numbers.length <= IPV4_NUMBERS
                ? UNKNOWN
                : String.join(".", Arrays.copyOf(numbers, IPV4_NUMBERS)) + ".0/24";
    }

    /** Zeroes that were left out within the groups that are kept stand there again. */
    private static String expanded(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address;
        }
        String before = address.substring(0, gap);
        return (before.isEmpty() ? "0" : before) + ":0:0:0";
    }
}
