package org.fingerpost.gateway.datagrams.netty;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is written is sent when all ports that had something to read were read: many packets go out
 * with one call of the kernel, and a client that it wakes does not take the processor away from
 * reading what others have said.
 */
final class Outgoing {
    private final EventLoop loop;
    private final Set<Channel> written = new HashSet<>();
    private boolean due;

    /**
     * @param loop that all channels are on
     */
    Outgoing(EventLoop loop) {
        this.loop = loop;
    }

    void written(Channel from) {
        written.add(from);
    }

    /** Once the loop has gone through what it found ready. */
    void flushSoon() {
        if (!due && !written.isEmpty()) {
            due = true;
            loop.execute(this::flush);
        }
    }

    void flush() {
        due = false;
        if (!written.isEmpty()) {
            List<Channel> all = new ArrayList<>(written);
            written.clear();
            all.forEach(Channel::flush);
        }
    }
}
