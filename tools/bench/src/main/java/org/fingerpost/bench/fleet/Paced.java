package org.fingerpost.bench.fleet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.fingerpost.bench.figures.Sample;

/**
 * Asks at a given rate, whatever the answers take: a request's time counts from the moment it was
 * due, so that a door that falls behind is not spared (wrk waits for it, and hides that).
 */
final class Paced {
    private static final int CONNECTIONS = 32;
    private static final double NANOS = 1e9;

    private Paced() {}

    /** Arguments: port, a file of paths, requests a second, seconds. */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        List<String> paths = Files.readAllLines(Path.of(args[1]));
        double rate = Double.parseDouble(args[2]);
        int each = (int) (rate * Integer.parseInt(args[3]) / CONNECTIONS);
        long start = System.nanoTime();
        List<Future<long[]>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int nth = 0; nth < CONNECTIONS; nth++) {
                all.add(threads.submit(phone(port, paths, rate, nth, each, start)));
            }
        }
        LongStream taken = LongStream.empty();
        for (Future<long[]> one : all) {
            taken = LongStream.concat(taken, LongStream.of(one.get()));
        }
        Sample sample = new Sample(taken.toArray());
        System.out.println("p50 " + sample.percentile(50) / 1e6);
        System.out.println("p99 " + sample.percentile(99) / 1e6);
    }

    /** One connection: the nanoseconds of each of its requests. */
    private static Callable<long[]> phone(
            int port, List<String> paths, double rate, int nth, int requests, long start) {
        return () -> {
            long[] taken = new long[requests];
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
                for (int i = 0; i < requests; i++) {
                    int turn = i * CONNECTIONS + nth;
                    long due = start + (long) (turn / rate * NANOS);
                    LockSupport.parkNanos(due - System.nanoTime());
                    ask(socket.getOutputStream(), paths.get(turn % paths.size()));
                    read(in);
                    taken[i] = System.nanoTime() - due;
                }
            }
            return taken;
        };
    }

    private static void ask(OutputStream out, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: config.example.net\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static void read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the door answers " + status);
        }
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(field.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the door hung up");
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }
}
