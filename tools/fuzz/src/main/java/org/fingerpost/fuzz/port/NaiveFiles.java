package org.fingerpost.fuzz.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.upstream.Files;
import org.fingerpost.gateway.upstream.Found;
import org.fingerpost.gateway.upstream.Source;

/**
 * Files behind the most careless of doors: it decodes names, lets them climb, takes a backslash for
 * a slash, and has a secret wherever that leads out of phones' directories. Some files it finds
 * late, some of their bytes it has only at the second try, or on another thread.
 */
final class NaiveFiles implements Files {
    /** In each secret; in no file that is served. */
    static final byte[] MARK = "-- never to be sent --".getBytes(ISO_8859_1);

    static final String LATE = "late.bin";
    static final String LONG = "/fw/key/long.bin";

    private final Map<String, byte[]> served = new HashMap<>();
    private final Deque<Runnable> late = new ArrayDeque<>();
    private final Map<String, Integer> looking = new HashMap<>();
    private int mostLooking;

    NaiveFiles() {
        put("/gs/cfg000b82000001", 300);
        put("/p/key/cfg000b82000001.xml", 4_000);
        put("/fw/key/empty.bin", 0);
        put("/fw/key/block.bin", 512);
        put("/fw/key/windows.bin", 1468 * 44);
        put("/fw/key/image.bin", 150_001);
        put("/fw/key/" + LATE, 2_000);
        put(LONG, 65_536 * 8 + 4_001); // in the smallest blocks their number begins anew
    }

    private void put(String path, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        served.put(path, bytes);
    }

    /** Those that are found late more than once: many of them are looked for together. */
    List<String> names() {
        return served.keySet().stream()
                .sorted()
                .flatMap(name -> Collections.nCopies(name.endsWith(LATE) ? 4 : 1, name).stream())
                .toList();
    }

    byte[] bytes(String path) {
        return served.get(path);
    }

    /** For one network at once, whatever has become of those who asked. */
    synchronized int mostLooking() {
        return mostLooking;
    }

    synchronized int looking() {
        return looking.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void open(Destination destination, Phone phone, String client, Consumer<Found> then) {
        String path =
                switch (destination) {
                    case Destination.At(var _, String at) -> at;
                    case Destination.OfItsProvider(String name) -> "/p/key/" + name;
                    case Destination.FirmwareFor(var _, String name) -> "/fw/key/" + name;
                    case Destination.Nowhere() -> "/gs/nothing";
                };
        String network = client.substring(0, client.lastIndexOf('.'));
        begin(network);
        Runnable answer =
                () -> {
                    end(network);
                    then.accept(found(path));
                };
        if (path.endsWith(LATE)) {
            synchronized (this) {
                late.add(answer);
            }
        } else {
            answer.run();
        }
    }

    private synchronized void begin(String network) {
        mostLooking = Math.max(mostLooking, looking.merge(network, 1, Integer::sum));
    }

    private synchronized void end(String network) {
        looking.merge(network, -1, Integer::sum);
    }

    /** What was to be late is found now, from a thread that is none of the server's. */
    void findLate() {
        List<Runnable> all;
        synchronized (this) {
            all = new ArrayList<>(late);
            late.clear();
        }
        all.forEach(Runnable::run);
    }

    private Found found(String path) {
        String led = climbed(decoded(path).replace('\\', '/'));
        byte[] file = served.get(led);
        if (file != null) {
            return new Found.File(new Bytes(file, led.contains("image")));
        }
        boolean inside = led.startsWith("/gs/") || led.startsWith("/p/") || led.startsWith("/fw/");
        return inside ? new Found.None() : new Found.File(new Bytes(MARK, false));
    }

    private static String decoded(String path) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            String hex =
                    path.substring(Math.min(i + 1, path.length()), Math.min(i + 3, path.length()));
            if (path.charAt(i) == '%' && hex.matches("[0-9A-Fa-f]{2}")) {
                decoded.append((char) Integer.parseInt(hex, 16));
                i += 2;
            } else {
                decoded.append(path.charAt(i));
            }
        }
        return decoded.toString();
    }

    private static String climbed(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return "/" + String.join("/", steps);
    }

    /**
     * @param hard whether some of it comes from another thread, and some not at the first try
     */
    private record Bytes(byte[] all, boolean hard) implements Source {
        private static final AtomicInteger READS = new AtomicInteger();

        /** The phone waits a second then, and so does the fuzzer. */
        private static final int ONE_AWAY_IN = 5_000;

        @Override
        public long size() {
            return all.length;
        }

        @Override
        public long held() {
            return all.length;
        }

        @Override
        public void read(long offset, int length, Reader reader) {
            byte[] part = Arrays.copyOfRange(all, (int) offset, (int) offset + length);
            if (hard && READS.incrementAndGet() % ONE_AWAY_IN == 0) {
                reader.away();
            } else if (hard && offset % 3 == 0) {
                Thread.startVirtualThread(() -> reader.bytes(part, 0, part.length));
            } else {
                reader.bytes(part, 0, part.length);
            }
        }
    }
}
