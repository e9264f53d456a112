package org.fingerpost.fuzz.claim;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * The memory and the processor's time that reading an input may take, counted for its thread alone:
 * what else the machine does is not counted.
 */
public final class Allowance {

    /** Buffers and tables of a fixed size. */
    private static final long BYTES_AT_ONCE = 1 << 20;

    /** A few objects for each octet, and the fuzzer's own notes. */
    private static final long BYTES_FOR_AN_OCTET = 1_000;

    /** Nanoseconds; some thousand times what inputs of a corpus take. */
    private static final long TIME = 2_000_000_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allowance() {}

    /**
     * What the supplier gives. It is asked again if it took too much: at first use classes are
     * loaded, which is no part of reading.
     *
     * @param octets the size of the input
     * @throws AssertionError if it took more than an input of that size may
     */
    public static <T> T of(int octets, Supplier<T> work) {
        long most = BYTES_AT_ONCE + BYTES_FOR_AN_OCTET * octets;
        var meter = new Meter();
        T result = work.get();
        if (meter.bytes() > most || meter.time() > TIME) {
            meter = new Meter();
            result = work.get();
            Claim.holds(
                    meter.bytes() <= most,
                    "reading %d octets takes no %d bytes of memory"
                            .formatted(octets, meter.bytes()));
            Claim.holds(
                    meter.time() <= TIME,
                    "reading %d octets takes no %d ns".formatted(octets, meter.time()));
        }
        return result;
    }

    /** Counts from its making on. */
    private static final class Meter {
        private final long bytes = THREADS.getCurrentThreadAllocatedBytes();
        private final long time = THREADS.getCurrentThreadCpuTime();

        long bytes() {
            return THREADS.getCurrentThreadAllocatedBytes() - bytes;
        }

        long time() {
            return THREADS.getCurrentThreadCpuTime() - time;
        }
    }
}
