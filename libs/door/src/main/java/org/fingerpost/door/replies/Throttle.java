package org.fingerpost.door.replies;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.fingerpost.door.Rate;

/**
 * Holds one connection's bytes back, next to the wire. Netty's own shaper would do, but the
 * framework gives up zero-copy where it sees one. While something waits here the channel says that
 * it is not writable, so that no more is read from the disk.
 */
final class Throttle extends ChannelDuplexHandler {
    /** Any of the thirty that Netty leaves to its users. */
    private static final int WRITABILITY = 7;

    private final Rate rate;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean removed;

    Throttle(Rate rate) {
        this.rate = rate;
    }

    private record Waiting(Object message, ChannelPromise promise) {}

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        long bytes = size(message);
        if (queue.isEmpty()) {
            long wait = bytes == 0 ? 0 : rate.reserve(bytes);
            if (wait == 0) {
                pass(context, new Waiting(message, promise));
                return;
            }
            wakeIn(context, wait);
        }
        queue.add(new Waiting(message, promise));
        writable(context, false);
    }

    /** Whether it is for us that nothing moves. */
    boolean holdsBack() {
        return !queue.isEmpty();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        drop();
        super.channelInactive(context);
    }

    /** Nothing is kept back that nobody would send any more. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        removed = true;
        if (!context.channel().isActive()) {
            drop();
            return;
        }
        for (Waiting each = queue.poll(); each != null; each = queue.poll()) {
            context.write(each.message, each.promise);
        }
        writable(context, true);
        context.flush();
    }

    /** The first has waited for its turn; those behind it wait for theirs. */
    private void wake(ChannelHandlerContext context) {
        Waiting first = queue.poll();
        if (removed || first == null) {
            return;
        }
        pass(context, first);
        long wait = 0;
        while (wait == 0 && !queue.isEmpty()) {
            wait = rate.reserve(size(queue.peek().message));
            if (wait == 0) {
                pass(context, queue.poll());
            }
        }
        if (queue.isEmpty()) {
            writable(context, true);
        } else {
            wakeIn(context, wait);
        }
        context.flush();
    }

    /** What was reserved for it and never gets onto the line is for others. */
    private void pass(ChannelHandlerContext context, Waiting waiting) {
        long bytes = size(waiting.message);
        ChannelPromise promise = waiting.promise.unvoid();
        if (bytes > 0) {
            promise.addListener(done -> {
                if (!done.isSuccess()) {
                    rate.giveBack(bytes - sent(waiting.message));
                }
            });
        }
        context.write(waiting.message, promise);
    }

    /** The line is gone. Only for the first has anything been reserved. */
    private void drop() {
        if (!queue.isEmpty()) {
            rate.giveBack(size(queue.peek().message));
        }
        for (Waiting each = queue.poll(); each != null; each = queue.poll()) {
            ReferenceCountUtil.release(each.message);
            each.promise.tryFailure(new ClosedChannelException());
        }
    }

    private void wakeIn(ChannelHandlerContext context, long nanos) {
        context.executor().schedule(() -> wake(context), nanos, TimeUnit.NANOSECONDS);
    }

    private static void writable(ChannelHandlerContext context, boolean writable) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        if (buffer != null) {
            buffer.setUserDefinedWritability(WRITABILITY, writable);
        }
    }

    private static long sent(Object message) {
        return message instanceof FileRegion region ? region.transferred() : 0;
    }

    private static long size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case FileRegion region -> region.count();
            default -> 0;
        };
    }
}
