package org.fingerpost.redirect.imports.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A form of a list of ranges. */
@FunctionalInterface
public interface RangeList {
    /**
     * Hands out row by row, holding one at a time.
     *
     * @throws org.fingerpost.problems.Problem if the bytes are no such list; where it says
     */
    void read(InputStream bytes, Consumer<ListedRange> to) throws IOException;
}
