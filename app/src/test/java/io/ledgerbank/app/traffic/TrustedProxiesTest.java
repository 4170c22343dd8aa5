package io.ledgerbank.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whose word counts about where a request comes from. */
class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = trusting("10.0.0.0/8", "fd00::/16", "192.0.2.7");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9 | 198.51.100.1                          | 203.0.113.9
            10.1.2.3    | 198.51.100.1                          | 198.51.100.1
            10.1.2.3    | 1.1.1.1, 198.51.100.1                 | 198.51.100.1
            10.1.2.3    | 1.1.1.1, 198.51.100.1, 10.9.9.9       | 198.51.100.1
            10.1.2.3    | 10.4.4.4, 10.9.9.9                    | 10.4.4.4
            10.1.2.3    | localhost                             | 10.1.2.3
            10.1.2.3    | 1.1.1.1, evil.example                 | 10.1.2.3
            10.1.2.3    | 198.51.100.1, , 10.9.9.9              | 10.9.9.9
            10.1.2.3    | 2001:db8::1                           | 2001:db8::1
            fd00::5     | 198.51.100.1                          | 198.51.100.1
            192.0.2.7   | 198.51.100.1                          | 198.51.100.1
            192.0.2.8   | 198.51.100.1                          | 192.0.2.8
            """)
    void the_client_is_the_last_address_that_no_proxy_of_ours_has(String peer, String forwarded, String client) {
        MockHttpServletRequest request = from(peer);
        request.addHeader("X-Forwarded-For", forwarded);

        assertThat(PROXIES.clientOf(request)).isEqualTo(client);
    }

    @Test
    void several_lines_are_one_list() {
        MockHttpServletRequest request = from("10.1.2.3");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        request.addHeader("X-Forwarded-For", "10.9.9.9");

        assertThat(PROXIES.clientOf(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void nobody_is_believed_by_default() {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(trusting().speakFor(request)).isFalse();
        assertThat(trusting().clientOf(request)).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "1.2.3.400"})
    void what_is_no_network_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }

    @Test
    void a_household_of_addresses_pays_together() {
        assertThat(Network.payer("2001:db8::1")).isEqualTo(Network.payer("2001:db8::ffff:1"));
        assertThat(Network.payer("2001:db8::1")).isNotEqualTo(Network.payer("2001:db8:0:1::1"));
        assertThat(Network.payer("198.51.100.1")).isNotEqualTo(Network.payer("198.51.100.2"));
    }

    private static MockHttpServletRequest from(String peer) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        return request;
    }

    private static TrustedProxies trusting(String... networks) {
        List<Network> parsed = Stream.of(networks).map(Network::parse).toList();
        return new TrustedProxies(parsed);
    }
}
