package org.fingerpost.door.replies;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Hangs up on a phone that no longer takes its answer, whose place is for others then. An answer
 * that we hold back ourselves is let be.
 */
final class Stall {
    /** Longer than a bad line needs to come back; a phone that is slow moves on meanwhile. */
    private static final long PATIENCE_SECONDS = 60;

    private final Channel channel;
    private final BooleanSupplier heldBack;
    private final Future<?> timer;
    private Position last;

    private Stall(Channel channel, BooleanSupplier heldBack) {
        this.channel = channel;
        this.heldBack = heldBack;
        this.last = Position.of(channel);
        this.timer =
                channel.eventLoop()
                        .scheduleWithFixedDelay(
                                this::look, PATIENCE_SECONDS, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What lies before the socket, and how much of it is through; the same means no progress. */
    private record Position(int message, long through, long waiting) {
        static Position of(Channel channel) {
            ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            return buffer == null
                    ? new Position(0, 0, 0)
                    : new Position(
                            System.identityHashCode(buffer.current()),
                            buffer.currentProgress(),
                            buffer.totalPendingWriteBytes());
        }
    }

    /** On the event loop, like everything else here. */
    static Stall watch(Channel channel, BooleanSupplier heldBack) {
        return new Stall(channel, heldBack);
    }

    void look() {
        Position now = Position.of(channel);
        if (now.equals(last) && !heldBack.getAsBoolean()) {
            channel.close();
        }
        last = now;
    }

    void end() {
        timer.cancel(false);
    }
}
