package org.fingerpost.cli.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.MAC;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.loopback.TftpLoopback;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.walk.Body;
import org.fingerpost.cli.wire.Reply;
import org.junit.jupiter.api.Test;

class TftpClientTest {
    private static final Phone HT502 = Phone.of(new Mac(MAC), "HT502", "1.0.16.2");

    @Test
    void filesOfAllLengthsArriveWithAndWithoutOptions() {
        for (var options : List.of(true, false)) {
            try (var server = options ? TftpLoopback.start() : TftpLoopback.withoutOptions()) {
                for (var length : new int[] {1, 511, 512, 1023, 1024, 1025, 70_000}) {
                    var file = new byte[length];
                    new Random(length).nextBytes(file);
                    server.serving("/gs/f", file);
                    var body = new Body();

                    var reply = client(20).get(server.address("/gs/f"), body);

                    assertThat(reply).isInstanceOf(Reply.Transferred.class);
                    assertThat(body.bytes()).isEqualTo(file);
                }
            }
        }
    }

    @Test
    void requestSaysWhatTheVendorsPhonesSay() {
        try (var server = TftpLoopback.start()) {
            var reply = client(20).get(server.address("/gs/none"), new Body());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> {
                                assertThat(refused.code()).isEqualTo(1);
                                assertThat(refused.text()).isEqualTo("no such file");
                            });
            assertThat(server.asked())
                    .containsExactly(
                            "/gs/none octet blksize 1024 tsize 0 timeout 4 grandstream_MODEL HT502"
                                    + " grandstream_NAT 1 grandstream_ID 000b82123456"
                                    + " grandstream_REV_BOOT 001.000.016.002"
                                    + " grandstream_REV_PHONE 001.000.016.002");
        }
    }

    @Test
    void silentServerIsAskedAgainAndThenGivenUp() throws Exception {
        try (var mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            mute.setSoTimeout(20_000);
            var address = Address.ofPath(Scheme.TFTP, "127.0.0.1:" + mute.getLocalPort());

            var reply =
                    new TftpClient(HT502, Duration.ofMillis(50)).get(address.file("f"), new Body());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Silence.class,
                            silence -> assertThat(silence.reason()).isEqualTo("no answer in time"));
            var requests = new ArrayList<byte[]>();
            for (var i = 0; i < 5; i++) {
                var packet = new DatagramPacket(new byte[2048], 2048);
                mute.receive(packet);
                requests.add(Arrays.copyOf(packet.getData(), packet.getLength()));
            }
            assertThat(requests).containsOnly(requests.getFirst());
        }
    }

    private static TftpClient client(int seconds) {
        return new TftpClient(HT502, Duration.ofSeconds(seconds));
    }
}
