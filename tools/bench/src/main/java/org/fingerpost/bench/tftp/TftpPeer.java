package org.fingerpost.bench.tftp;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.fingerpost.bench.door.Ports;

/** A TFTP server that runs as a process of its own. */
record TftpPeer(String name, Process process, InetSocketAddress address) implements AutoCloseable {
    private static final String GATEWAY = "gateway";

    /** It knows no other port, so it gets an address of loopback that nobody else has. */
    private static final String DNSMASQ_ADDRESS = "127.0.0.69";

    /** With the JVM's settings of deploy/up. */
    static TftpPeer gateway(Path app, Origin origin) throws IOException {
        int port = Ports.free();
        String doors = "http://127.0.0.1:" + origin.port();
        return start(
                GATEWAY,
                new InetSocketAddress("127.0.0.1", port),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseTransparentHugePages",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + Ports.free(),
                "-Dfingerpost.tftp.port=" + port,
                "-Dfingerpost.gateway.doors.redirect=" + doors,
                "-Dfingerpost.gateway.doors.config=" + doors,
                "-Dfingerpost.gateway.doors.firmware=" + doors,
                "-jar",
                app.resolve("quarkus-run.jar").toString());
    }

    static TftpPeer hpa(Path folder) throws IOException {
        int port = Ports.free();
        return start(
                "tftpd-hpa",
                new InetSocketAddress("127.0.0.1", port),
                "in.tftpd",
                "--foreground",
                "--address",
                "127.0.0.1:" + port,
                "--secure",
                folder.toString());
    }

    static TftpPeer dnsmasq(Path folder) throws IOException {
        return start(
                "dnsmasq",
                new InetSocketAddress(DNSMASQ_ADDRESS, 69),
                "dnsmasq",
                "--conf-file=/dev/null",
                "--no-daemon",
                "--port=0",
                "--enable-tftp",
                "--tftp-root=" + folder,
                "--tftp-max=400",
                "--listen-address=" + DNSMASQ_ADDRESS,
                "--bind-interfaces",
                "--user=root",
                "--pid-file=");
    }

    private static TftpPeer start(String name, InetSocketAddress address, String... command)
            throws IOException {
        Process process =
                new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        return new TftpPeer(name, process, address);
    }

    boolean isGateway() {
        return name.equals(GATEWAY);
    }

    /** That its own process has used until now, its threads together. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    Client client(int block, int window) {
        return new Client(address, block, window);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
