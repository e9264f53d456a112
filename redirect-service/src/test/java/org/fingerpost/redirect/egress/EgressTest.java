package org.fingerpost.redirect.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EgressTest {
    private static final List<PortRange> WEB = List.of(PortRange.parse("443"));

    @Test
    void aNameThatLeadsOutsideIsOpenAtTheAddressesThatWereFound() {
        assertThat(leadingTo("1.1.1.1", "2600::1").check("phones.example", 443))
                .isEqualTo(
                        new Destination.Open(
                                "phones.example", 443, addresses("1.1.1.1", "2600::1")));
    }

    @Test
    void oneAddressInsideClosesTheWholeName() {
        assertThat(leadingTo("1.1.1.1", "10.0.0.1").check("phones.example", 443))
                .isEqualTo(
                        new Destination.Closed(
                                "phones.example leads to an address that is not public: it is"
                                        + " private"));
    }

    @Test
    void aPortThatIsNotAmongTheOpenOnesIsClosedBeforeAnythingIsResolved() {
        Egress egress =
                new Egress(
                        List.of(),
                        WEB,
                        _ -> {
                            throw new AssertionError("resolved");
                        });

        assertThat(egress.check("phones.example", 25)).isInstanceOf(Destination.Closed.class);
    }

    @Test
    void aNameWithoutAddressIsUnknown() {
        Egress egress =
                new Egress(
                        List.of(),
                        WEB,
                        host -> {
                            throw new UnknownHostException(host);
                        });

        assertThat(egress.check("phones.example", 443)).isInstanceOf(Destination.Unknown.class);
    }

    @Test
    void anIpv6AddressIsTakenWithItsBrackets() {
        assertThat(new Egress(List.of(), WEB, new SystemResolver()).check("[::1]", 443))
                .isInstanceOf(Destination.Closed.class);
    }

    @Test
    void oddSpellingsOfALoopbackAddressDoNotGetOut() {
        Egress egress = new Egress(List.of(), WEB, new SystemResolver());

        for (String odd :
                List.of("2130706433", "0x7f000001", "127.1", "017700000001", "localhost")) {
            assertThat(egress.check(odd, 443)).as(odd).isNotInstanceOf(Destination.Open.class);
        }
    }

    private static Egress leadingTo(String... addresses) {
        return new Egress(List.of(), WEB, _ -> addresses(addresses));
    }

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }
}
