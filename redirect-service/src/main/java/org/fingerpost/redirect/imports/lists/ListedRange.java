package org.fingerpost.redirect.imports.lists;

/**
 * A row of a list as it was said; what cannot be kept as text or is longer than any sense is cut.
 */
public record ListedRange(String first, String last, String targetServer, String company) {
    /** Longer than any spelling of an address or a number. */
    private static final int LONGEST = 64;

    /** One more than a company may have, so that it is seen to be too long. */
    private static final int LONGEST_COMPANY = 1001;

    public ListedRange {
        first = kept(first, LONGEST);
        last = kept(last, LONGEST);
        targetServer = kept(targetServer, LONGEST);
        company = kept(company, LONGEST_COMPANY);
    }

    private static String kept(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.strip()
                .codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || isHalf(c) ? '\ufffd' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Half a character: no text of the database's holds it. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
