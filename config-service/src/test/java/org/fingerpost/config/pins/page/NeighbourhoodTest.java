package org.fingerpost.config.pins.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    @Test
    void anIpv4AddressStandsForItselfHoweverItIsWritten() {
        assertThat(Neighbourhood.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Neighbourhood.of(SocketAddress.inetSocketAddress(4000, "192.0.2.7")))
                .isEqualTo("192.0.2.7");
        assertThat(Neighbourhood.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void ipv6AddressesOfOneNetworkAreOne() {
        assertThat(Neighbourhood.of("2001:db8:1:2::1"))
                .isEqualTo(Neighbourhood.of("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(Neighbourhood.of("2001:db8:1:3::1"));
        assertThat(Neighbourhood.of("fe80::1%no-such-interface"))
                .isEqualTo(Neighbourhood.of("fe80::2"));
    }

    @Test
    void aPeerWithoutAnAddressIsOneOfMany() {
        assertThat(Neighbourhood.of("unknown")).isEqualTo("unknown");
        assertThat(Neighbourhood.of(SocketAddress.domainSocketAddress("/run/door"))).isEmpty();
    }
}
