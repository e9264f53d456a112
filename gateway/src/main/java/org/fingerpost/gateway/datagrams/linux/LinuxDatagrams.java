package org.fingerpost.gateway.datagrams.linux;

import java.lang.foreign.Arena;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.fingerpost.gateway.datagrams.Datagrams;
import org.fingerpost.gateway.datagrams.Opening;
import org.fingerpost.gateway.datagrams.Port;
import org.fingerpost.gateway.datagrams.Receiver;
import org.jboss.logging.Logger;

/**
 * One thread, which asks the kernel which ports have something, hears one after the other, and
 * sends what came of it before it hears the next: so each port takes one call a round to read and
 * one to write.
 */
public final class LinuxDatagrams implements Datagrams {
    private static final Logger LOG = Logger.getLogger(LinuxDatagrams.class);
    private static final long MILLI = 1_000_000;
    private static final long PATIENCE_MILLIS = 2_000;

    private record Timer(long at, Runnable what) {}

    private final Arena arena = Arena.ofShared();
    private final Kernel kernel = new Kernel(arena);
    private final Sockets sockets = new Sockets(kernel);
    private final Inbox inbox = new Inbox(kernel, arena);
    private final Outbox outbox;
    private final Waiting waiting;
    private final List<LinuxPort> ports = new ArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((a, b) -> Long.signum(a.at - b.at));

    /** Whoever waits for one of these waits no longer than the thread lives. */
    private final Set<CompletableFuture<Port>> awaited = ConcurrentHashMap.newKeySet();

    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param longest of what is sent, in bytes
     * @throws IllegalStateException if the kernel refuses
     */
    public LinuxDatagrams(String name, int longest) {
        this.outbox = new Outbox(kernel, arena, longest);
        try {
            this.waiting = new Waiting(kernel, arena);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread.start();
    }

    /** Whether this is a machine whose calls are known, and whether each may be made. */
    public static boolean isAvailable() {
        if (!Numbers.areKnown() || !LinuxDatagrams.class.getModule().isNativeAccessEnabled()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            Kernel kernel = new Kernel(arena);
            new Waiting(kernel, arena).close();
            return givesManyAtOnce(kernel, arena);
        } catch (IllegalStateException | LinkageError e) {
            LOG.debug("The kernel's calls cannot be made", e);
            return false;
        }
    }

    /** A sandbox may know the older calls only. */
    private static boolean givesManyAtOnce(Kernel kernel, Arena arena) {
        Messages one = new Messages(arena, 1, Long.BYTES);
        int socket = new Sockets(kernel).open(new Opening("127.0.0.1", 0, false));
        try {
            return kernel.receive(socket, one.headers, 1) == -Kernel.AGAIN
                    && kernel.send(socket, one.headers, 0) == 0;
        } finally {
            kernel.close(socket);
        }
    }

    @Override
    public Port open(Opening opening, Receiver receiver) {
        CompletableFuture<Port> opened = new CompletableFuture<>();
        awaited.add(opened);
        execute(() -> {
            try {
                opened.complete(opened(opening, receiver));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        if (!thread.isAlive()) {
            opened.completeExceptionally(over());
        }
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            awaited.remove(opened);
        }
    }

    private static IllegalStateException over() {
        return new IllegalStateException("these ports are closed");
    }

    private Port opened(Opening opening, Receiver receiver) {
        int socket = sockets.open(opening);
        try {
            InetSocketAddress own = sockets.own(socket, new Addresses());
            LinuxPort port = new LinuxPort(this, socket, own, opening, receiver);
            waiting.add(socket, ports.size());
            ports.add(port);
            return port;
        } catch (RuntimeException | Error e) {
            kernel.close(socket);
            throw e;
        }
    }

    @Override
    public boolean onThread() {
        return Thread.currentThread() == thread;
    }

    boolean runs() {
        return !closing && thread.isAlive();
    }

    @Override
    public void execute(Runnable what) {
        tasks.add(what);
        if (!onThread()) {
            waiting.wake();
        }
    }

    @Override
    public void after(long millis, Runnable what) {
        timers.add(new Timer(System.nanoTime() + millis * MILLI, what));
    }

    Outbox outbox() {
        return outbox;
    }

    void awaitRoom(LinuxPort port, boolean waits) {
        waiting.awaitRoom(port.socket(), ports.indexOf(port), waits);
    }

    private void run() {
        try {
            while (!closing) {
                round();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The ports are closed: the kernel's calls failed", e);
            throw e;
        } finally {
            closing = true;
            awaited.forEach(opened -> opened.completeExceptionally(over()));
            ports.forEach(port -> kernel.close(port.socket()));
            waiting.close();
            arena.close();
        }
    }

    private void round() {
        int count = waiting.await(tasks.isEmpty() ? millis() : 0);
        int heard = 0;
        for (int i = 0; i < count; i++) {
            int tag = waiting.tag(i);
            if (tag != Waiting.WAKE) {
                LinuxPort port = ports.get(tag);
                if (waiting.hasRoom(i)) {
                    port.sendHeld();
                }
                heard += inbox.read(port);
                outbox.flush();
            }
        }
        waiting.heard(heard);
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            tried(next);
        }
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.peek().at - now <= 0) {
            tried(timers.remove().what);
        }
        outbox.flush();
    }

    private int millis() {
        if (timers.isEmpty()) {
            return -1;
        }
        long nanos = timers.peek().at - System.nanoTime();
        return Math.clamp((nanos + MILLI - 1) / MILLI, 0, Integer.MAX_VALUE);
    }

    private static void tried(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException | Error broken) {
            LOG.error("Something on the thread of the ports failed", broken);
        }
    }

    /** Waits until the ports are closed, and can be opened by somebody else. */
    @Override
    public void close() {
        closing = true;
        waiting.wake();
        if (onThread()) {
            return;
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
