package org.fingerpost.fuzz.port;

import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;

/** What is used and cannot be freed, of the heap and of the server's buffers, in bytes. */
final class Memory {
    /** What one collection leaves the next one may take. */
    private static final int COLLECTIONS = 3;

    private long before;
    private long grown;

    /**
     * @param first whether later ones are compared with this
     */
    void look(boolean first) throws InterruptedException {
        long now = used();
        before = first ? now : before;
        grown = now - before;
    }

    long grown() {
        return grown;
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int tried = 0; tried < COLLECTIONS; tried++) {
            System.gc();
            Thread.sleep(20);
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, heap);
        }
        return least + PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }
}
