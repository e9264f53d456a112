package org.fingerpost.config.archives.documents;

/** How large an archive may be. The writer keeps them as the reader does: what it wrote is read. */
final class Limits {
    /** Ten times the phones of the largest providers. */
    static final long MOST_DOCUMENTS = 1_000_000;

    /** A sheet of 5,000 long settings has half of it. */
    static final int LONGEST_LINE = 4 << 20;

    /** A hundred thousand phones have some 100 MiB. */
    static final long MOST_LINES = 2L << 30;

    /** What a form may bring, 80 MiB, but for what stands around the file. */
    static final long MOST_FILE = 79L << 20;

    /** A small archive of phones that are all alike packs well. */
    private static final long ALWAYS = 64L << 20;

    /** Phones with passwords of their own pack to a tenth, and gzip of nothing to a thousandth. */
    private static final long PACKED = 50;

    private Limits() {}

    /**
     * How many bytes all lines together may have.
     *
     * @param file how large the archive is, sealed
     */
    static long lines(long file) {
        return Math.min(MOST_LINES, ALWAYS + PACKED * Math.min(file, MOST_LINES));
    }
}
