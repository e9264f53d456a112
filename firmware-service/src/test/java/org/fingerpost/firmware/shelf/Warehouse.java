package org.fingerpost.firmware.shelf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.fingerpost.firmware.blobs.Digest;

/** A source that a test fills, breaks, and makes wait. */
final class Warehouse implements BlobSource {
    final Map<Digest, byte[]> goods = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean away;
    volatile boolean broken;
    volatile CountDownLatch gate = new CountDownLatch(0);

    static Digest digest(String content) {
        try {
            return Digest.of(new ByteArrayInputStream(content.getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Digest add(String content) {
        Digest digest = digest(content);
        goods.put(digest, content.getBytes(US_ASCII));
        return digest;
    }

    @Override
    public InputStream open(Digest digest, long size) throws IOException {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (broken) {
            throw new NoClassDefFoundError("played");
        }
        byte[] bytes = goods.get(digest);
        if (away || bytes == null) {
            throw new IOException("away");
        }
        return new ByteArrayInputStream(bytes);
    }
}
