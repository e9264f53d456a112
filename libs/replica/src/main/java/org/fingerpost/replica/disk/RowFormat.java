package org.fingerpost.replica.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
    private static final Row.Kind[] KINDS = Row.Kind.values();
    private static final byte ROWS = 1;
    private static final byte FORM = 1;
    private static final int HEAD = 1 + 1 + Long.BYTES + Short.BYTES;

    /** Any thread may put its own here: it is a shortcut only. */
    private static volatile Type latest = new Type(new byte[0], "");

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
        Row.Kind kind = KINDS[in.get()];
        long revision = in.getLong();
        int typeLength = Short.toUnsignedInt(in.getShort());
        String type = type(value, in.position(), in.position() + typeLength);
        in.position(in.position() + typeLength);
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        String name = new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
        return new Row(name, type, revision, kind, rest);
    }

    /** Rows of one type come one after another: a scan of a million makes the string once. */
    private static String type(byte[] value, int from, int to) {
        Type known = latest;
        if (!Arrays.equals(value, from, to, known.bytes, 0, known.bytes.length)) {
            byte[] bytes = Arrays.copyOfRange(value, from, to);
            known = new Type(bytes, new String(bytes, StandardCharsets.UTF_8));
            latest = known;
        }
        return known.text;
    }

    private record Type(byte[] bytes, String text) {}
}
