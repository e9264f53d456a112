package org.fingerpost.fuzz.datagrams;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketException;
import org.fingerpost.gateway.packets.PacketReader;
import org.fingerpost.gateway.packets.PacketWriter;

/**
 * TFTP's packets. Refused by their own exception; written again they read the same. A name leads to
 * a path that neither climbs nor leaves the phones' directories, and what a phone says of itself
 * reads as a phone's header or is nothing.
 */
public final class TftpTarget {
    private TftpTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.of(
                        input.length,
                        () ->
                                Claim.readOrRefused(
                                        PacketException.class,
                                        () -> PacketReader.read(ByteBuffer.wrap(input))))
                .ifPresent(TftpTarget::check);
    }

    private static void check(Packet packet) {
        ByteBuffer written = ByteBuffer.wrap(PacketWriter.write(packet));
        Claim.same(packet, PacketReader.read(written), "written again it reads the same");
        if (packet instanceof Packet.Read read) {
            Phone phone = Phone.of(read.options()::find);
            phone.userAgent().ifPresent(TftpTarget::checkHeader);
            if (Destination.of(read.file(), phone.mac()) instanceof Destination.At(_, var path)) {
                checkPath(path);
            }
        }
    }

    private static void checkHeader(String header) {
        Claim.isTellable(header);
        Claim.holds(!UserAgent.parse(header).equals(UserAgent.silent()), "the header is a phone's");
    }

    private static void checkPath(String path) {
        Claim.holds(
                path.startsWith("/gs/") || path.startsWith("/p/") || path.startsWith("/fw/"),
                "the path is in a directory of phones");
        Claim.holds(!(path + "/").contains("/../"), "the path does not climb");
        Claim.holds(
                path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '?' && c != '#'),
                "the path is one of a request");
        Claim.same(Optional.empty(), Optional.of(path).filter(p -> p.contains("//")), "one slash");
    }
}
