package org.fingerpost.door.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorkTest {
    @Test
    void itIsOnTheLineUntilItIsPulled() {
        assumeTrue(Epoll.isAvailable(), "no epoll here");
        EpollSocketChannel line = new EpollSocketChannel();
        try {
            Cork cork = Cork.put(Optional.of(line));
            assertThat(line.config().isTcpCork()).isTrue();
            cork.pull();
            assertThat(line.config().isTcpCork()).isFalse();
        } finally {
            line.unsafe().closeForcibly();
        }
    }

    @Test
    void aLineThatIsGoneIsLetBe() {
        assumeTrue(Epoll.isAvailable(), "no epoll here");
        EpollSocketChannel line = new EpollSocketChannel();
        Cork cork = Cork.put(Optional.of(line));
        line.unsafe().closeForcibly();
        cork.pull();
        Cork.put(Optional.of(line)).pull();
    }

    @Test
    void whatHasNoSuchOptionGoesOutAsItIs() throws IOException {
        try (SocketChannel socket = SocketChannel.open()) {
            Cork.put(Optional.of(new NioSocketChannel(socket))).pull();
        }
        Cork.put(Optional.empty()).pull();
    }
}
