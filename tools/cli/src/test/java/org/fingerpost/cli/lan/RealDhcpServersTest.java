package org.fingerpost.cli.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.cli.loopback.CfgFiles.MAC;
import static org.fingerpost.cli.loopback.CfgFiles.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fingerpost.cli.Fingerpost;
import org.fingerpost.cli.Ran;
import org.fingerpost.cli.loopback.OwnNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command's own lines in real DHCP servers, and the virtual phone on the other end of a cable,
 * by broadcast.
 */
class RealDhcpServersTest {
    /** The phone's end of the cable is in a network of its own, with an address of its machine. */
    private static final String CABLE =
            """
            set -e
            unshare --net sleep 100 &
            other=$!
            started=$other
            trap 'kill $started' EXIT
            until [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do
              sleep 0.05
            done
            ip link add server type veth peer name phone
            ip link set phone netns $other
            ip addr add 192.0.2.1/24 dev server
            ip link set server up
            there="nsenter --net=/proc/$other/ns/net"
            $there ip addr add 192.0.2.99/24 dev phone
            $there ip link set phone up
            $there ip route add default via 192.0.2.1
            """;

    @TempDir private Path folder;

    @Test
    void dnsmasqLeadsThePhoneToAFileByTftp() throws IOException {
        var network = OwnNetwork.with(folder, "dnsmasq", "nsenter");
        lines("dnsmasq", "HT502", "--host=192.0.2.1", "--path=gs", "--sub-option=1=x");

        var ended =
                network.run(
                        CABLE
                                + """
                                dnsmasq --conf-file=lines --no-daemon --port=0 --user=root \\
                                  --interface=server --bind-interfaces \\
                                  --dhcp-range=192.0.2.100,192.0.2.200 --dhcp-leasefile=leases \\
                                  --enable-tftp --tftp-root="$PWD/files" --pid-file= >log 2>&1 &
                                started="$started $!"
                                """
                                + phone("HT502"));

        assertThat(ended.said())
                .contains(
                        "address   192.0.2.1",
                        "option66  192.0.2.1/gs",
                        "option43  3 bytes",
                        "RRQ tftp://192.0.2.1/gs/cfg" + MAC + ".xml",
                        "configured, knows ");
        assertThat(ended.exit()).isZero();
        assertThat(folder.resolve("leases")).as("the address is given back").isEmptyFile();
    }

    @Test
    void keaLeadsThePhoneToAFileByHttp() throws IOException {
        var network = OwnNetwork.with(folder, "kea-dhcp4", "busybox", "nsenter");
        lines(
                "kea",
                "GXP2160",
                "--scheme=http",
                "--host=192.0.2.1",
                "--path=gs",
                "--sub-option=1=x");
        Files.writeString(
                folder.resolve("kea.json"),
                """
                { "Dhcp4": {
                    "interfaces-config": { "interfaces": [ "server" ] },
                    "lease-database": { "type": "memfile", "persist": false },
                    "subnet4": [ {
                      "id": 1, "subnet": "192.0.2.0/24",
                      "pools": [ { "pool": "192.0.2.100 - 192.0.2.200" } ],
                      %s
                    } ] } }
                """
                        .formatted(Files.readString(folder.resolve("lines"))));

        var ended =
                network.run(
                        CABLE
                                + """
                                export KEA_PIDFILE_DIR="$PWD" KEA_LOCKFILE_DIR="$PWD"
                                busybox httpd -f -p 192.0.2.1:80 -h files &
                                started="$started $!"
                                kea-dhcp4 -c kea.json >log 2>&1 &
                                started="$started $!"
                                """
                                + phone("GXP2160"));

        assertThat(ended.said())
                .as(() -> said("log"))
                .contains(
                        "address   192.0.2.1",
                        "option66  http://192.0.2.1/gs",
                        "option43  3 bytes",
                        "GET http://192.0.2.1/gs/cfg" + MAC + ".xml",
                        "configured, knows ");
        assertThat(ended.exit()).isZero();
    }

    private void lines(String server, String model, String... more) throws IOException {
        var files = Files.createDirectories(folder.resolve("files/gs"));
        Files.write(files.resolve("cfg" + MAC + ".xml"), xml("<P47>sip.example.net</P47>"));
        var command = new String[5 + more.length];
        System.arraycopy(
                new String[] {"dhcp", "snippet", "--server=" + server, "--family", model},
                0,
                command,
                0,
                5);
        System.arraycopy(more, 0, command, 5, more.length);
        Files.writeString(folder.resolve("lines"), Ran.with(command).text());
    }

    private static String phone(String model) {
        return "$there '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s phone --mac=%s --model=%s --dhcp --timeout=40\n"
                .formatted(
                        System.getProperty("java.home"),
                        System.getProperty("java.class.path"),
                        Fingerpost.class.getName(),
                        MAC,
                        model);
    }

    private String said(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "nothing";
        }
    }
}
