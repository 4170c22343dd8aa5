package io.ledgerbank.command.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of an address is kept. */
class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
        "2001:db8::1, 2001:db8:0::/48",
        "::1, 0:0:0::/48",
        "nonsense, unknown"
    })
    void so_much_that_attacks_can_be_told_apart_and_households_cannot(String address, String kept) {
        assertThat(ClientNetwork.of(address)).isEqualTo(kept);
    }
}
