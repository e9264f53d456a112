package org.fingerpost.redirect.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "::/129",
                "localhost/8",
                "/8",
                "",
                "10.0.0.0/8/8",
                "10.0.0.0/x"
            })
    void whatIsNoBlockOfAddressesIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }

    @Test
    void aBlockEndsInTheMiddleOfAByteToo() {
        Cidr block = Cidr.parse(" 172.16.0.0/12 ");

        assertThat(block.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(block.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(block.contains(InetAddress.ofLiteral("ac10::"))).isFalse();
        assertThat(block).hasToString("172.16.0.0/12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "90-80", "80-", "-80", "http", ""})
    void whatAreNoPortsIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRange.parse(text));
    }

    @Test
    void onePortIsARangeOfOne() {
        assertThat(PortRange.parse("443")).isEqualTo(new PortRange(443, 443));
        assertThat(PortRange.parse("8000-9999").contains(8443)).isTrue();
        assertThat(PortRange.parse("8000-9999").contains(7999)).isFalse();
    }
}
