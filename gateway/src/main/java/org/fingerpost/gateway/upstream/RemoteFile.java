package org.fingerpost.gateway.upstream;

import java.util.Optional;
import org.fingerpost.gateway.upstream.doors.Asked;

/** A large file, of which there are pieces here, now these and now those. */
final class RemoteFile implements Source {
    private final Chunks chunks;
    private final Asked asked;
    private final String tag;
    private final long size;

    RemoteFile(Chunks chunks, Asked asked, String tag, long size) {
        this.chunks = chunks;
        this.asked = asked;
        this.tag = tag;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    /** Its pieces are counted where they lie. */
    @Override
    public long held() {
        return 0;
    }

    @Override
    public Source askedBy(Asked other) {
        return new RemoteFile(chunks, other, tag, size);
    }

    /** Gives a copy: who sends it keeps it, and is not to keep a whole piece. */
    @Override
    public void read(long offset, int length, Reader reader) {
        copy(offset, new byte[length], 0, reader);
    }

    /** From here on, piece by piece, until the bytes are full. */
    private void copy(long offset, byte[] into, int at, Reader reader) {
        int copied = at;
        while (copied < into.length) {
            long from = offset + copied;
            Chunks.Id id = id(from / Chunks.BYTES);
            Optional<byte[]> here = chunks.find(id);
            if (here.isEmpty()) {
                int done = copied;
                chunks.fetch(asked, id, arrived -> resume(arrived, offset, into, done, reader));
                return;
            }
            copied += part(here.get(), from, into, copied);
        }
        lookAhead(offset + into.length);
        reader.bytes(into, 0, into.length);
    }

    /** Takes what has arrived although it may be gone again from those that are kept. */
    private void resume(Optional<byte[]> arrived, long offset, byte[] into, int at, Reader reader) {
        if (arrived.isEmpty()) {
            reader.away();
        } else {
            int copied = part(arrived.get(), offset + at, into, at);
            copy(offset, into, at + copied, reader);
        }
    }

    private static int part(byte[] chunk, long from, byte[] into, int at) {
        int begin = (int) (from % Chunks.BYTES);
        int length = Math.min(chunk.length - begin, into.length - at);
        System.arraycopy(chunk, begin, into, at, length);
        return length;
    }

    /** The next piece comes while this one is sent. */
    private void lookAhead(long offset) {
        long next = offset / Chunks.BYTES + 1;
        boolean begun = offset % Chunks.BYTES < Chunks.BYTES / 2;
        if (!begun && next * Chunks.BYTES < size && chunks.find(id(next)).isEmpty()) {
            chunks.fetch(asked, id(next), _ -> {});
        }
    }

    private Chunks.Id id(long number) {
        return new Chunks.Id(asked.at(), tag, number);
    }
}
