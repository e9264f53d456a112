package org.fingerpost.gateway.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.fingerpost.formats.mac.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
    private static final long SECOND = 1_000_000_000L;

    private final Neighbours neighbours = new Neighbours(Set.of("000b82", "c074ad"), 3);

    @Test
    void onlyTheVendorsPhonesAreAnswered() {
        assertThat(neighbours.isVendors(mac("c074ad000001"))).isTrue();
        assertThat(neighbours.isVendors(mac("c074ae000001"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.31.0.1", "192.168.0.1", "169.254.7.7", "127.0.0.1"})
    void addressesThatOnlyALanHasAreInIt(String address) throws UnknownHostException {
        assertThat(Neighbours.inTheLan(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", "172.32.0.1", "100.64.0.1", "0.0.0.0", "224.0.1.75", "::1"})
    void othersAreNot(String address) throws UnknownHostException {
        assertThat(Neighbours.inTheLan(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void anAddressIsAnsweredOnceASecond() {
        assertThat(neighbours.mayBeAnswered(at(1), 5 * SECOND)).isTrue();
        assertThat(neighbours.mayBeAnswered(at(1), 6 * SECOND - 1)).isFalse();
        assertThat(neighbours.mayBeAnswered(at(1), 6 * SECOND)).isTrue();
    }

    @Test
    void allTogetherAreAnsweredSoManyTimesASecond() {
        for (int phone = 1; phone <= 3; phone++) {
            assertThat(neighbours.mayBeAnswered(at(phone), 0)).isTrue();
        }
        assertThat(neighbours.mayBeAnswered(at(4), SECOND - 1)).isFalse();
        assertThat(neighbours.mayBeAnswered(at(4), SECOND + 1)).isTrue();
    }

    @Test
    void settingThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new Neighbours(Set.of("00:0b:82"), 1))
                .hasMessageContaining("six hex digits");
        for (String url :
                new String[] {
                    "",
                    "http://192.168.1.1/gs",
                    "http://user:secret@192.168.1.1/gs/",
                    "http://192.168.1.1/gs/?token=1/",
                    "ftp://192.168.1.1/",
                    "http://192.168.1.1/" + "x".repeat(200) + "/"
                }) {
            assertThatThrownBy(() -> new Folder(url))
                    .as(url)
                    .hasMessageContaining("fingerpost.plug-and-play.url")
                    .hasMessageNotContaining("secret@");
        }
    }

    private static InetAddress at(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MacAddress mac(String digits) {
        return MacAddress.find(digits).orElseThrow();
    }
}
