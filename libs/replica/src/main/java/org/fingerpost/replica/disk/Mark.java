package org.fingerpost.replica.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a table has come; written in one batch with the rows it speaks of.
 *
 * <pre>
 * byte 1 | utf clusterId | utf topicId | long offset | long commit | long keys | byte loaded | long contact (epoch ms)
 * </pre>
 *
 * A table that has never been written has empty ids.
 *
 * @param offset the next record to read; never behind the start of an unfinished transaction
 * @param commit the highest commit number applied, 0 when none
 * @param keys how many living keys the table has
 * @param loaded the table was once read to the topic's end
 * @param contactMillis when the topic was last seen, milliseconds since 1970, 0 when never
 */
public record Mark(
        Origin origin, long offset, long commit, long keys, boolean loaded, long contactMillis) {
    static final Mark NONE = new Mark(new Origin("", ""), 0, 0, 0, false, 0);
    private static final int FORM = 1;

    /** True when nothing has been read yet. */
    public boolean blank() {
        return origin.topicId().isEmpty();
    }

    public Optional<Instant> contact() {
        return contactMillis == 0 ? Optional.empty() : Optional.of(contactInstant());
    }

    private Instant contactInstant() {
        return Instant.ofEpochMilli(contactMillis);
    }

    public Mark startingAt(Origin start, Instant now) {
        return new Mark(start, offset, commit, keys, loaded, now.toEpochMilli());
    }

    public Mark movedTo(long nextOffset, long nextCommit, long nextKeys, Instant now) {
        return new Mark(
                origin,
                nextOffset,
                Math.max(commit, nextCommit),
                nextKeys,
                loaded,
                now.toEpochMilli());
    }

    public Mark complete() {
        return new Mark(origin, offset, commit, keys, true, contactMillis);
    }

    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(origin.clusterId());
            out.writeUTF(origin.topicId());
            out.writeLong(offset);
            out.writeLong(commit);
            out.writeLong(keys);
            out.writeBoolean(loaded);
            out.writeLong(contactMillis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Mark decoded(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("a replica's mark of unknown form " + form);
            }
            return new Mark(
                    new Origin(in.readUTF(), in.readUTF()),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException("a replica's mark is cut short", e);
        }
    }
}
