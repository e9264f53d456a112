package org.fingerpost.replica.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How rows lie in RocksDB.
 *
 * <pre>
 * key:   byte 1 | UTF-8 of the record's key        (byte 0 alone is the mark)
 * value: byte 1 | byte kind | long revision | short length of type | UTF-8 of type | the record's bytes
 * </pre>
 */
final class RowFormat {
    static final byte[] MARK = {0};
    private static final byte ROWS = 1;
    private static final byte FORM = 1;
    private static final int HEAD = 1 + 1 + Long.BYTES + Short.BYTES;

    private RowFormat() {}

    static byte[] key(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length).put(ROWS).put(text).array();
    }

    static byte[] value(Row row) {
        byte[] type = row.type().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + type.length + row.value().length)
                .put(FORM)
                .put((byte) row.kind().ordinal())
                .putLong(row.revision())
                .putShort((short) type.length)
                .put(type)
                .put(row.value())
                .array();
    }

    static Row row(byte[] key, byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        byte form = in.get();
        if (form != FORM) {
            throw new IllegalStateException("a replica's row of unknown form " + form);
        }
        Row.Kind kind = Row.Kind.values()[in.get()];
        long revision = in.getLong();
        byte[] type = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(type);
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        String name = new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
        return new Row(name, new String(type, StandardCharsets.UTF_8), revision, kind, rest);
    }
}
