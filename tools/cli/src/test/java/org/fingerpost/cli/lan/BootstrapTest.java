package org.fingerpost.cli.lan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.MAC;
import static org.fingerpost.cli.loopback.CfgFiles.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.Loopback;
import org.fingerpost.cli.loopback.TftpLoopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.formats.model.DeviceModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A phone that begins with what its LAN says, through the command line. */
class BootstrapTest {
    private static final String FILE = "/gs/cfg" + MAC + ".xml";
    private static final byte[] CONFIG = xml("<P47>sip.example.net</P47>");

    private final TftpLoopback tftp = TftpLoopback.start().serving(FILE, CONFIG);
    private final Loopback http = Loopback.start().serving(FILE, CONFIG);

    @AfterEach
    void stop() {
        tftp.close();
        http.close();
    }

    @Test
    void hostWithAPathIsAskedByTftp() {
        try (var dhcp = PlayedDhcp.telling66(tftp.hostAndPath("/gs"))) {
            var ran = byDhcp(dhcp, "HT502");

            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.text())
                    .contains(
                            "address   192.0.2.150",
                            "option66  127.0.0.1:",
                            "RRQ tftp://127.0.0.1:");
        }
        assertThat(http.asked()).isEmpty();
        assertThat(tftp.asked()).anyMatch(asked -> asked.startsWith(FILE + " octet"));
    }

    @Test
    void urlIsAskedByHttp() {
        try (var dhcp = PlayedDhcp.telling66("http://" + http.hostAndPath("/gs/"))) {
            assertThat(byDhcp(dhcp, "GXP2160").exit()).isZero();
        }
        assertThat(http.asked()).contains(FILE);
        assertThat(tftp.asked()).isEmpty();
    }

    @Test
    void withoutASchemeAPhoneThatKnowsOneAsksByItsOwn() {
        try (var dhcp = PlayedDhcp.telling66(http.hostAndPath("/gs"))) {
            assertThat(byDhcp(dhcp, "GXP2160", "--start-with", "P212=1").exit()).isZero();
        }
        assertThat(http.asked()).contains(FILE);
    }

    @Test
    void urlIsNothingToAPhoneThatTakesItForAHost() {
        try (var dhcp = PlayedDhcp.telling66("http://" + http.hostAndPath("/gs"))) {
            var ran = byDhcp(dhcp, "GXP2020");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("takes for the name of a TFTP server");
        }
    }

    @Test
    void phoneSaysWhatItIsAndGivesTheAddressBack() {
        try (var dhcp = PlayedDhcp.telling66(tftp.hostAndPath("/gs"))) {
            byDhcp(dhcp, "HT801");
            var heard = dhcp.heard().stream().map(bytes -> new String(bytes, ISO_8859_1)).toList();

            assertThat(heard.get(0)).contains("\u0035\1\1", "\u003c\u0012HT8XX dslforum.org");
            assertThat(heard.get(1))
                    .contains("\u0035\1\3", "2\4\u00c0\0\2\u0096", "6\4\u007f\0\0\1");
            assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void partOfOption43IsLookedAtOnlyIfOneIsNamed() {
        var url = "http://" + http.hostAndPath("/gs");
        var part = "07%02x".formatted(url.length()) + hex(url);
        var option = "2b%02x0100".formatted(url.length() + 4) + part;
        try (var dhcp = new PlayedDhcp(option, 5)) {
            assertThat(byDhcp(dhcp, "GXP2160").exit()).isEqualTo(1);
            assertThat(byDhcp(dhcp, "GXP2160", "--url-in-43", "7").exit()).isZero();
        }
    }

    @Test
    void serverThatTakesItsOfferBackLeavesThePhoneWithout() {
        try (var dhcp = new PlayedDhcp("", 6)) {
            var ran = byDhcp(dhcp, "GXP2160");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("does not give the address");
        }
    }

    @Test
    void silentLanLeavesThePhoneWithout() throws Exception {
        try (var mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var ports = mute.getLocalPort() + ",0";
            var dhcp = phone("GXP2160", "--timeout=1", "--dhcp=127.0.0.1", "--dhcp-ports=" + ports);
            var pnp =
                    phone(
                            "GXP2160",
                            "--timeout=1",
                            "--plug-and-play=127.0.0.1:" + mute.getLocalPort());

            assertThat(List.of(dhcp.exit(), pnp.exit())).containsOnly(1);
            assertThat(dhcp.err()).contains("no DHCP server answers");
            assertThat(pnp.err()).contains("nobody answers by plug and play");
        }
    }

    @Test
    void phoneThatIsToldNotToLookDoesNotAsk() {
        assertThat(phone("GXP2160", "--dhcp", "--start-with=P145=0").exit()).isEqualTo(2);
        assertThat(phone("GXP2160", "--plug-and-play", "--start-with=P1414=0").exit()).isEqualTo(2);
    }

    @Test
    void notifyNamesTheFolder() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var responder = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> notifies(responder, heard));

            var ran = phone("GRP2601P", "--plug-and-play=127.0.0.1:" + responder.getLocalPort());

            assertThat(ran.exit()).as(ran.err() + ran.text()).isZero();
            assertThat(ran.text()).contains("notify    http://127.0.0.1:");
        }
        assertThat(http.asked()).contains(FILE);
        assertThat(heard.getFirst())
                .startsWith("SUBSCRIBE sip:MAC%3A000b82123456@127.0.0.1 SIP/2.0\r\n")
                .contains(
                        "\r\nEvent: ua-profile;profile-type=\"device\";vendor=\"Grandstream\";"
                                + "model=\"GRP2601P\";version=\"1.0.11.39\"\r\n")
                .endsWith("\r\n\r\n");
        assertThat(heard.get(1)).startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1\r\n");
    }

    @Test
    void bothListsAgreeOnWhoKnowsAUrlInOption66() {
        assertThat(DeviceModels.all())
                .allSatisfy(model ->
                        assertThat(Phone.of(new Mac(MAC), model.name(), "1.0").takesUrlIn66())
                                .as(model.name())
                                .isEqualTo(model.family().dhcp().urlIn66()));
    }

    /** Two that are none of this phone's, then its own. */
    private void notifies(DatagramSocket socket, List<String> heard) {
        try {
            var packet = new DatagramPacket(new byte[4096], 4096);
            socket.receive(packet);
            var subscribe = new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
            heard.add(subscribe);
            var callId = subscribe.replaceAll("(?s).*\r\nCall-ID: (\\w+)\r\n.*", "$1");
            for (var told :
                    List.of(
                            "\r\n",
                            notify("other", "http://127.0.0.1:1/x/"),
                            notify(callId, "http://" + http.hostAndPath("/gs/")))) {
                var bytes = told.getBytes(ISO_8859_1);
                socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
            socket.receive(packet);
            heard.add(new String(packet.getData(), 0, packet.getLength(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String notify(String callId, String url) {
        return "NOTIFY sip:x SIP/2.0\r\nv: SIP/2.0/UDP 127.0.0.1\r\ni: "
                + callId
                + "\r\nc: application/url\r\n\r\n"
                + url
                + "\r\n";
    }

    private static Ran byDhcp(PlayedDhcp dhcp, String model, String... more) {
        var all = new ArrayList<>(List.of("--dhcp=127.0.0.1", "--dhcp-ports=" + dhcp.ports()));
        all.addAll(List.of(more));
        return phone(model, all.toArray(String[]::new));
    }

    private static Ran phone(String model, String... more) {
        var all = new ArrayList<>(List.of("phone", "--mac=" + MAC, "--model=" + model));
        all.addAll(List.of(more));
        return Ran.with(all.toArray(String[]::new));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(ISO_8859_1));
    }
}
