package org.fingerpost.fuzz.claim;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * The memory that reading an input may take, counted by what the thread allocates: unlike time it
 * comes out the same on any machine. Time is bounded by the fuzzer.
 */
public final class Allowance {

    /** Buffers and tables of a fixed size. */
    private static final long AT_ONCE = 1 << 20;

    /** An object for each octet, and the fuzzer's own notes. */
    private static final long FOR_AN_OCTET = 1_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allowance() {}

    /**
     * What the supplier gives. It is asked again if it took too much: at first use classes are
     * loaded, which is no part of reading.
     *
     * @param octets the size of the input
     * @throws AssertionError if it allocated more than the input's size allows
     */
    public static <T> T of(int octets, Supplier<T> work) {
        long most = AT_ONCE + FOR_AN_OCTET * octets;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = work.get();
        if (THREADS.getCurrentThreadAllocatedBytes() - before > most) {
            before = THREADS.getCurrentThreadAllocatedBytes();
            result = work.get();
            long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            Claim.holds(
                    taken <= most,
                    "reading %d octets takes no %d bytes of memory".formatted(octets, taken));
        }
        return result;
    }
}
