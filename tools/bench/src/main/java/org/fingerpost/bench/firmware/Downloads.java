package org.fingerpost.bench.firmware;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Phones that fetch one file again and again, in one thread: counts bytes and forgets them. Every
 * tenth, if there are enough, takes 64 KiB and then nothing for a tenth of a second. Arguments:
 * port, path, phones, seconds. Prints the bytes that came, the files that came whole, and the
 * answers that were no 200.
 */
public final class Downloads {
    private static final int SLOW_FROM = 10;
    private static final int SLOW_BITE = 64 << 10;
    private static final long SLOW_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BITE = 1 << 20;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BITE);
    private final byte[] request;
    private long bytes;
    private long whole;
    private long refused;

    private Downloads(String path) throws IOException {
        this.request =
                ("GET "
                                + path
                                + " HTTP/1.1\r\nHost: bench\r\nUser-Agent: "
                                + "Grandstream Model HW GXP2160 SW 1.0.9.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] args) throws IOException {
        Downloads downloads = new Downloads(args[1]);
        downloads.run(
                Integer.parseInt(args[0]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        System.out.println("bytes " + downloads.bytes);
        System.out.println("whole " + downloads.whole);
        System.out.println("refused " + downloads.refused);
    }

    private static final class Phone {
        final boolean slow;
        long left;
        long notBefore;
        final StringBuilder head = new StringBuilder();

        Phone(boolean slow) {
            this.slow = slow;
        }
    }

    private void run(int port, int phones, int seconds) throws IOException {
        for (int i = 0; i < phones; i++) {
            SocketChannel line = SocketChannel.open();
            line.setOption(StandardSocketOptions.SO_RCVBUF, BITE);
            line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            line.configureBlocking(false);
            line.register(
                    selector, SelectionKey.OP_READ, new Phone(i % SLOW_FROM == SLOW_FROM - 1));
            ask(line);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            selector.select(10);
            for (SelectionKey key : selector.selectedKeys()) {
                read((SocketChannel) key.channel(), key);
            }
            selector.selectedKeys().clear();
            wakeTheSlow();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
    }

    private void ask(SocketChannel line) throws IOException {
        ByteBuffer words = ByteBuffer.wrap(request);
        while (words.hasRemaining()) {
            line.write(words);
        }
    }

    private void read(SocketChannel line, SelectionKey key) throws IOException {
        Phone phone = (Phone) key.attachment();
        buffer.clear().limit(phone.slow ? SLOW_BITE : BITE);
        int count = line.read(buffer);
        if (count < 0) {
            throw new IOException("a server hung up");
        }
        buffer.flip();
        if (phone.left == 0) {
            head(phone);
        }
        take(phone);
        if (phone.left == 0 && phone.head.isEmpty()) {
            ask(line);
        }
        if (phone.slow) {
            phone.notBefore = System.nanoTime() + SLOW_PAUSE;
            key.interestOps(0);
        }
    }

    /** Answers come one after the other on a line, each asked for when the last is whole. */
    private void head(Phone phone) throws IOException {
        while (buffer.hasRemaining() && phone.head.indexOf("\r\n\r\n") < 0) {
            phone.head.append((char) buffer.get());
        }
        int end = phone.head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String head = phone.head.toString().toLowerCase(Locale.ROOT);
        phone.head.setLength(0);
        if (!head.startsWith("http/1.1 200")) {
            refused++;
        }
        int length = head.indexOf("content-length:");
        phone.left =
                Long.parseLong(head.substring(length + 15, head.indexOf('\r', length)).strip());
    }

    private void take(Phone phone) {
        int some = buffer.remaining();
        if (some == 0) {
            return;
        }
        bytes += some;
        phone.left -= some;
        if (phone.left == 0) {
            whole++;
        }
    }

    private void wakeTheSlow() {
        long now = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            if (key.interestOps() == 0 && ((Phone) key.attachment()).notBefore <= now) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
    }
}
