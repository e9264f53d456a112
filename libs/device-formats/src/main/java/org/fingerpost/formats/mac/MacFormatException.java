package org.fingerpost.formats.mac;

/** A text that is no MAC address: what was given, where it goes wrong, and why. */
public final class MacFormatException extends IllegalArgumentException {

    /** Enough to recognise what was given, too little to flood a log. */
    private static final int QUOTED = 40;

    private final int offset;

    MacFormatException(CharSequence what, int offset, String why) {
        super("not a MAC address: \"" + quote(what) + "\", at character " + offset + ": " + why);
        this.offset = offset;
    }

    /** Where the text goes wrong, in characters from 0. */
    public int offset() {
        return offset;
    }

    private static String quote(CharSequence what) {
        var quoted = new StringBuilder();
        for (int i = 0; i < what.length() && i < QUOTED; i++) {
            char c = what.charAt(i);
            quoted.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return what.length() > QUOTED ? quoted.append("...").toString() : quoted.toString();
    }
}
