package org.fingerpost.redirect.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private final AddressRule rule = new AddressRule(List.of());

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "::1, loopback",
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "::, unspecified",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "fc00::1, private",
        "fd00:ec2::254, private",
        "100.64.0.1, carrier",
        "100.100.100.200, carrier",
        "100.127.255.255, carrier",
        "169.254.169.254, metadata",
        "fe80::1, metadata",
        "fec0::1, site-local",
        "168.63.129.16, cloud",
        "192.0.0.192, cloud",
        "192.0.0.8, protocols",
        "2001::1, protocols",
        "2002:7f00:1::, protocols",
        "198.19.255.255, tests",
        "192.0.2.1, examples",
        "203.0.113.9, examples",
        "2001:db8::1, examples",
        "3fff::1, examples",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "ff02::1, multicast",
        "240.0.0.1, broadcast",
        "255.255.255.255, broadcast",
        "::ffff:0:10.0.0.1, global",
        "::10.0.0.1, global",
        "64:ff9b:1::a00:1, global",
        "100::1, global",
    })
    void whatIsInsideIsRefusedAndSaidWhy(String address, String why) {
        assertThat(rule.refusal(InetAddress.ofLiteral(address))).get().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "64:ff9b::127.0.0.1, loopback",
        "64:ff9b::10.1.2.3, private",
        "64:ff9b::169.254.169.254, metadata"
    })
    void anInsideAddressBehindNat64IsRefused(String address, String why) {
        assertThat(rule.refusal(InetAddress.ofLiteral(address))).get().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, loopback", "192.168.0.1, private", "169.254.169.254, metadata"})
    void anInsideAddressInIpv6sClothesIsRefused(String inside, String why)
            throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.ofLiteral(inside).getAddress(), 0, mapped, 12, 4);

        assertThat(rule.refusal(InetAddress.getByAddress(mapped))).get().asString().contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2600::1",
                "2a00:1450::1",
                "64:ff9b::1.1.1.1"
            })
    void whatIsOutsideIsNot(String address) {
        assertThat(rule.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void theOperatorsBlocksAreExemptAndNothingElse() {
        AddressRule lenient =
                new AddressRule(List.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("fd00::/64")));

        assertThat(lenient.refusal(InetAddress.ofLiteral("10.1.255.1"))).isEmpty();
        assertThat(lenient.refusal(InetAddress.ofLiteral("64:ff9b::10.1.0.1"))).isEmpty();
        assertThat(lenient.refusal(InetAddress.ofLiteral("fd00::9"))).isEmpty();
        assertThat(lenient.refusal(InetAddress.ofLiteral("10.2.0.1"))).isPresent();
        assertThat(lenient.refusal(InetAddress.ofLiteral("fd00:0:0:1::9"))).isPresent();
    }
}
