package org.fingerpost.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a peer is read, or refused before anything is started. */
class PeerTest {
    private static final String REQUEST = "/cfg000b82000001.xml\tUser-Agent: Grandstream\tX-A: 1";

    @TempDir private Path folder;

    @Test
    void aPeerIsAPortAProcessAndRequests() throws IOException {
        Peer peer = peer(REQUEST);

        assertThat(peer.port()).isEqualTo(18667);
        assertThat(peer.handle()).isEqualTo(ProcessHandle.current());
        assertThat(peer.requests()).containsExactly(REQUEST);
    }

    @Test
    void aLineThatIsNoRequestIsRefused() {
        for (String line : List.of("", "/a.xml", "cfg.xml\tA: b", "/a.xml\tno header")) {
            assertThatIllegalArgumentException().as(line).isThrownBy(() -> peer(REQUEST, line));
        }
        assertThatIllegalArgumentException().isThrownBy(this::peer);
    }

    @Test
    void whatIsMissingIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Peer.of(List.of("--port", "1", "--pid")))
                .withMessageStartingWith("usage: run peer");
    }

    private Peer peer(String... requests) throws IOException {
        Path list = Files.write(folder.resolve("requests"), List.of(requests));
        String pid = Long.toString(ProcessHandle.current().pid());
        return Peer.of(List.of("--port", "18667", "--pid", pid, "--requests", list.toString()));
    }
}
