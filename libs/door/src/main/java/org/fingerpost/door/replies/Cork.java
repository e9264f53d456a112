package org.fingerpost.door.replies;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannelConfig;
import java.util.Optional;

/**
 * Lets only full segments out while a file is on its way (TCP_CORK, tcp(7)). The kernel takes a
 * file by 64 KiB, which is no whole number of segments, and without this sends what is left of each
 * in a segment of its own: on loopback that was every second one. Only with epoll, as the JDK knows
 * no such option.
 */
final class Cork {
    private final Optional<EpollSocketChannelConfig> line;

    private Cork(Optional<EpollSocketChannelConfig> line) {
        this.line = line;
    }

    static Cork put(Optional<Channel> channel) {
        Cork cork =
                new Cork(
                        channel.map(Channel::config)
                                .filter(EpollSocketChannelConfig.class::isInstance)
                                .map(EpollSocketChannelConfig.class::cast));
        cork.set(true);
        return cork;
    }

    /** What has waited for more goes out at once. */
    void pull() {
        set(false);
    }

    private void set(boolean on) {
        try {
            line.ifPresent(each -> each.setTcpCork(on));
        } catch (ChannelException gone) {
            // The phone has hung up: nothing waits any more.
        }
    }
}
