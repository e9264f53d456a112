package org.fingerpost.gateway.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.upstream.Files;
import org.fingerpost.gateway.upstream.Found;
import org.fingerpost.gateway.upstream.Source;

/** Files of a test, at once or from another thread. */
final class MadeFiles implements Files {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Phone> phones = new CopyOnWriteArrayList<>();

    /** Random bytes, the same for one size. */
    byte[] put(String path, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        files.put(path, bytes);
        return bytes;
    }

    List<Phone> phones() {
        return phones;
    }

    @Override
    public void open(Destination destination, Phone phone, String client, Consumer<Found> then) {
        phones.add(phone);
        byte[] file =
                destination instanceof Destination.At(var _, String path) ? files.get(path) : null;
        then.accept(file == null ? new Found.None() : new Found.File(source(file)));
    }

    private static Source source(byte[] file) {
        return new Source() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public long held() {
                return file.length;
            }

            @Override
            public void read(long offset, int length, Reader reader) {
                byte[] part = Arrays.copyOfRange(file, (int) offset, (int) offset + length);
                if (offset % 3 == 0) {
                    Thread.startVirtualThread(() -> reader.bytes(part, 0, part.length));
                } else {
                    reader.bytes(part, 0, part.length);
                }
            }
        };
    }
}
