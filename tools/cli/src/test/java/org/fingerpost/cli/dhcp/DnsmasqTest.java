package org.fingerpost.cli.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.loopback.OwnNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our lines in a real dnsmasq, and a real DHCP client, alone in a network of their own. */
class DnsmasqTest {
    private static final String SCRIPT =
            """
            set -e
            ip link add server type veth peer name phone
            ip addr add 192.0.2.1/24 dev server
            ip link set server up
            ip link set phone address 00:0b:82:12:34:56 up
            dnsmasq --conf-file=lines.conf --no-daemon --port=0 --user=root --interface=server \\
              --bind-interfaces --dhcp-range=192.0.2.100,192.0.2.200 --dhcp-leasefile=leases \\
              --pid-file= >log 2>&1 &
            server=$!
            trap 'kill $server' EXIT
            busybox udhcpc -f -n -q -t 20 -T 1 -i phone -V 'Grandstream GXP2160' -O 43 -s ./told
            """;

    @TempDir private Path folder;

    @Test
    void aRealClientIsToldBothOptions() throws Exception {
        var network = OwnNetwork.with(folder, "dnsmasq", "busybox");
        Files.writeString(
                folder.resolve("lines.conf"),
                Ran.with(
                                "dhcp",
                                "snippet",
                                "--server",
                                "dnsmasq",
                                "--host",
                                "192.0.2.10",
                                "--sub-option",
                                "1=http://acs.example")
                        .text());
        Path told = folder.resolve("told");
        Files.writeString(told, "#!/bin/sh\necho \"$tftp $opt43\" >\"told.$1\"\n");
        assertThat(told.toFile().setExecutable(true)).isTrue();

        OwnNetwork.Ended ended = network.run(SCRIPT);
        assertThat(ended.exit()).as(ended.said()).isZero();
        // This client shows a host, and of anything longer that it is bad.
        assertThat(folder.resolve("told.bound"))
                .hasContent("192.0.2.10 0112687474703a2f2f6163732e6578616d706c65\n");
    }
}
