package org.fingerpost.redirect.dialects.xmlrpc.wire;

import java.util.List;

/** A value of a call. Numbers and booleans are kept as the text that they were written in. */
public sealed interface Value {
    record Text(String text) implements Value {}

    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }
}
