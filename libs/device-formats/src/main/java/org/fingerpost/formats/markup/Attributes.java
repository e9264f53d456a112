package org.fingerpost.formats.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The attributes of one start tag. */
final class Attributes {

    private final Cursor cursor;
    private final String[] names = new String[MarkupReader.MAX_ATTRIBUTES];
    private final String[] values = new String[MarkupReader.MAX_ATTRIBUTES];
    private int count;

    Attributes(Cursor cursor) {
        this.cursor = cursor;
    }

    void clear() {
        count = 0;
    }

    Optional<String> get(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return Optional.of(values[i]);
            }
        }
        return Optional.empty();
    }

    Map<String, String> all() {
        Map<String, String> all = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            all.put(names[i], values[i]);
        }
        return all;
    }

    /** Reads the rest of a start tag; true if the element ends with it. */
    boolean readToEndOfTag() {
        count = 0;
        while (true) {
            int before = cursor.at();
            cursor.skipSpace();
            if (cursor.isAt('>')) {
                cursor.step(1);
                return false;
            }
            if (cursor.isAt("/>")) {
                cursor.step(2);
                return true;
            }
            if (cursor.atEnd() || cursor.at() == before) {
                throw cursor.wrong(cursor.at(), "a tag that does not end");
            }
            read();
        }
    }

    private void read() {
        int from = cursor.at();
        String name = cursor.ascii(from, cursor.readName());
        if (get(name).isPresent()) {
            throw cursor.wrong(from, "an attribute given twice");
        }
        if (count == MarkupReader.MAX_ATTRIBUTES) {
            throw cursor.wrong(from, "more than " + MarkupReader.MAX_ATTRIBUTES + " attributes");
        }
        cursor.skipSpace();
        if (!cursor.isAt('=')) {
            throw cursor.wrong(cursor.at(), "an attribute without a value");
        }
        cursor.step(1);
        cursor.skipSpace();
        if (!cursor.isAt('"') && !cursor.isAt('\'')) {
            throw cursor.wrong(cursor.at(), "an attribute's value without quotes");
        }
        char quote = cursor.isAt('"') ? '"' : '\'';
        cursor.step(1);
        names[count] = name;
        values[count] = new TextBuilder(cursor).quoted(quote);
        count++;
    }
}
