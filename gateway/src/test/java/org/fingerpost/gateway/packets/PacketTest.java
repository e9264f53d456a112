package org.fingerpost.gateway.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacketTest {
    /** As in the vendor's capture: a leading slash, options that only its phones send. */
    private static final String OF_A_PHONE =
            "0001"
                    + "2f636667303030623832313233343536" // /cfg000b82123456
                    + "00"
                    + "6f6374657400" // octet
                    + "626c6b73697a650031303234" // blksize 1024
                    + "00"
                    + "6772616e6473747265616d5f4e4154003100"; // grandstream_NAT 1

    @Test
    void aPhonesRequestIsRead() {
        Packet packet = read(OF_A_PHONE);
        assertThat(packet)
                .isEqualTo(
                        new Packet.Read(
                                "/cfg000b82123456",
                                "octet",
                                Options.NONE.with("blksize", "1024").with("GRANDSTREAM_nat", "1")));
        assertThat(((Packet.Read) packet).options().find("grandstream_NAT")).contains("1");
    }

    @Test
    void theExamplesOfTheRfcsAreReadAndWritten() {
        same("0003000168656c6c6f", new Packet.Data(1, "hello".getBytes()));
        same("0004ffff", new Packet.Ack(65_535));
        same("00050001" + "6e6f" + "00", new Packet.Failure(ErrorCode.FILE_NOT_FOUND, "no"));
        same(
                "0006" + "626c6b73697a6500" + "3134363800" + "7473697a6500" + "3000",
                new Packet.OptionAck(Options.NONE.with("blksize", "1468").with("tsize", "0")));
        same("0002" + "6100" + "6f6374657400", new Packet.Write("a", "octet", Options.NONE));
    }

    @Test
    void whatIsNoPacketIsRefusedWithTheReason() {
        refused("", "opcode at byte 0");
        refused("00", "opcode at byte 0");
        refused("0000", "there is no 0");
        refused("0007", "there is no 7");
        refused("000400", "block at byte 2");
        refused("00010000", "file name at byte 2: it is empty");
        refused("000161", "file name at byte 2: the packet ends within it");
        refused("0001610062", "mode at byte 4");
        refused("0001610062006300", "value of an option at byte 8");
        refused("0001" + "61".repeat(1022) + "00", "more than 1024 octets");
        refused("00016100" + "6200" + "63006400".repeat(33), "more than 32");
    }

    @Test
    void theSecondOfTwoOptionsWithOneNameIsPassedOver() {
        Packet.Read read = (Packet.Read) read("000161006200" + "63003100" + "43003200");
        assertThat(read.options()).isEqualTo(Options.NONE.with("c", "1"));
    }

    @Test
    void paddingBehindTheLastOptionIsPassedOver() {
        assertThat(read("000161006200" + "0000")).isEqualTo(read("000161006200"));
    }

    @Test
    void numbersOfOptionsAreNumbersWithinTheirBounds() {
        Options options =
                Options.NONE
                        .with("a", "512")
                        .with("b", "-1")
                        .with("c", "99999999999")
                        .with("d", "");
        assertThat(options.number("A", 8, 512)).contains(512);
        assertThat(options.number("a", 8, 511)).isEmpty();
        assertThat(options.number("b", -5, 5)).isEmpty();
        assertThat(options.number("c", 0, 512)).isEmpty();
        assertThat(options.number("d", 0, 512)).isEmpty();
    }

    @Test
    void aRequestsTextDoesNotShowItsFile() {
        assertThat(read(OF_A_PHONE).toString()).doesNotContain("000b82");
    }

    @Property
    void anyBytesAreAPacketOrRefused(@ForAll @Size(max = 64) byte[] bytes) {
        try {
            Packet packet = PacketReader.read(ByteBuffer.wrap(bytes));
            assertThat(PacketReader.read(ByteBuffer.wrap(PacketWriter.write(packet))))
                    .isEqualTo(packet);
        } catch (PacketException refused) {
            assertThat(refused).hasMessageContaining(" at byte ");
        }
    }

    private static void same(String hex, Packet packet) {
        assertThat(read(hex)).isEqualTo(packet);
        assertThat(HexFormat.of().formatHex(PacketWriter.write(packet))).isEqualTo(hex);
    }

    private static void refused(String hex, String why) {
        assertThatThrownBy(() -> read(hex))
                .isInstanceOf(PacketException.class)
                .hasMessageContaining(why);
    }

    private static Packet read(String hex) {
        return PacketReader.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }
}
