package org.fingerpost.gateway.transfer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.fingerpost.gateway.packets.Options;
import org.fingerpost.gateway.packets.Packet;
import org.fingerpost.gateway.packets.PacketReader;

/** A network, a source of bytes and time itself, all simulated: nothing waits, a seed says all. */
final class SimulatedLine implements Line {
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long CLIENTS_PATIENCE = Duration.ofSeconds(1).toNanos();
    private static final int MOST_EVENTS = 2_000_000;

    private record Event(long at, long order, Runnable what) {}

    private final Random random;
    private final int lost;
    private final int doubled;
    private final int delay;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private Transfer transfer;
    private SimulatedClient client;
    private byte[] file;
    private long now;
    private long order;
    private long heardAt;
    private int mostHeld;
    private long dataSent;
    private boolean over;

    /**
     * @param lost in per cent; {@code doubled} likewise
     * @param delay at most, in milliseconds
     */
    SimulatedLine(long seed, int lost, int doubled, int delay) {
        this.random = new Random(seed);
        this.lost = lost;
        this.doubled = doubled;
        this.delay = delay;
    }

    static byte[] file(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        return file;
    }

    /** Until the client has all of it, or nothing happens any more. */
    SimulatedClient run(Options asked, int size) {
        file = file(size);
        Terms terms = Terms.agree(asked, size, new Limits(1468, 64, 64 * 1024));
        client =
                new SimulatedClient(
                        terms.blockSize(),
                        terms.windowSize(),
                        block -> deliver(() -> transfer.acknowledge(block, now)));
        begin(terms);
        for (int count = 0; count < MOST_EVENTS && !client.isDone(); count++) {
            step(terms);
        }
        return client;
    }

    int mostHeld() {
        return mostHeld;
    }

    long dataSent() {
        return dataSent;
    }

    /** A client that has heard nothing asks anew, which begins a new transfer. */
    private void begin(Terms terms) {
        over = false;
        transfer = new Transfer(terms, this);
        transfer.start(now);
    }

    private void step(Terms terms) {
        Event next = events.peek();
        long arrival = next == null ? Long.MAX_VALUE : next.at();
        long impatience = heardAt + CLIENTS_PATIENCE;
        long tick = over ? Long.MAX_VALUE : transfer.deadline();
        if (arrival <= Math.min(impatience, tick)) {
            now = arrival;
            events.remove().what().run();
        } else if (tick <= impatience) {
            now = tick;
            transfer.tick(now);
        } else {
            now = impatience;
            heardAt = now;
            client.timeout();
            if (over && !client.isBegun()) {
                begin(terms);
            }
        }
        mostHeld = Math.max(mostHeld, transfer.held());
    }

    @Override
    public void send(byte[] packet) {
        sent(PacketReader.read(ByteBuffer.wrap(packet)));
    }

    @Override
    public void send(int number, byte[] in, int from, int length) {
        dataSent++;
        sent(new Packet.Data(number, Arrays.copyOfRange(in, from, from + length)));
    }

    private void sent(Packet packet) {
        deliver(() -> {
            heardAt = now;
            client.receive(packet);
        });
    }

    @Override
    public void wish(long offset, int length, long at) {
        byte[] bytes = Arrays.copyOfRange(file, (int) offset, (int) offset + length);
        if (random.nextBoolean()) {
            transfer.bytes(bytes, 0, bytes.length, now);
        } else {
            Transfer asking = transfer;
            events.add(
                    new Event(
                            now + MILLI, order++, () -> asking.bytes(bytes, 0, bytes.length, now)));
        }
    }

    @Override
    public void over(Ending ending) {
        over = true;
    }

    private void deliver(Runnable what) {
        int times = random.nextInt(100) < doubled ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (random.nextInt(100) >= lost) {
                long late = MILLI + random.nextInt(delay + 1) * MILLI;
                events.add(new Event(now + late, order++, what));
            }
        }
    }
}
