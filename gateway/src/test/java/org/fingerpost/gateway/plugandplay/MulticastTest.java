package org.fingerpost.gateway.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The group itself, in a network namespace that has one address. */
class MulticastTest {
    private static final String SCRIPT =
            """
            set -e
            ip link add lan type veth peer name far
            ip addr add 192.168.1.10/24 dev lan
            ip link set lo up
            ip link set far up
            ip link set lan up
            ip route add 224.0.0.0/4 dev lan
            exec "$@"
            """;

    private record Ended(int exit, String said) {}

    @Test
    void theGroupIsHeardAndAnsweredFromAnAddress() throws Exception {
        Assumptions.assumeTrue(
                inANetwork("true").exit() == 0,
                "this machine makes no network of its own for a test");

        Ended ended =
                inANetwork(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MulticastTry.class.getName());

        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("SIP/2.0 202 Accepted", Settings.FOLDER);
    }

    private static Ended inANetwork(String... command) throws InterruptedException {
        List<String> all =
                new ArrayList<>(
                        List.of("unshare", "--map-root-user", "--net", "sh", "-c", SCRIPT, "sh"));
        all.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            return new Ended(127, "unshare is not installed on this machine");
        }
    }
}
