package org.fingerpost.cli.batch.list;

/** What stands between two cells. Spreadsheets take another one in another country. */
public enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }

    /** The one that stands most often in the header, outside quotes; a comma if none does. */
    static Separator of(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        Separator most = COMMA;
        for (Separator separator : values()) {
            if (separator.count(bare) > most.count(bare)) {
                most = separator;
            }
        }
        return most;
    }

    private long count(String text) {
        return text.chars().filter(c -> c == character).count();
    }
}
