package org.fingerpost.formats.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.formats.alias.Alias;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/**
 * A line that is no comment.
 *
 * <pre>
 * pair = pvalue *blank "=" *blank value *blank
 * </pre>
 *
 * <p>A small p and leading zeros are read, and told as oddities.
 */
final class PairLine {

    private static final Pattern NAME = Pattern.compile("([Pp])(0*)([0-9]+)[ \\t]*(=)?");
    private static final Pattern KEY = Pattern.compile("gnkey[ \\t]*=.*");

    /** A dial plan or a star code may hold a number sign, but hardly between blanks or first. */
    private static final Pattern TRAILING_COMMENT = Pattern.compile("(?:^|[ \\t])#[ \\t]");

    private PairLine() {}

    /**
     * True if it is a pair.
     *
     * @param line without the blanks before it
     */
    static boolean read(String line, Place place, LineContent content) {
        Matcher name = NAME.matcher(line);
        boolean named = name.lookingAt();
        if (!named || name.group(4) == null || name.group(3).length() > PValue.DIGITS) {
            content.comment(LineReader.NOT_A_SETTING + Blanks.strip(line), place);
            content.oddity("kept as a comment: " + (named ? notAName(name) : neither(line)), place);
            return false;
        }
        var p = new PValue(Integer.parseInt(name.group(3)));
        String rest = Blanks.stripLeading(line.substring(name.end()));
        String value = Blanks.stripTrailing(rest);
        content.setting(new Setting(p, value), place);
        if (name.group(1).equals("p")) {
            content.oddity("a small p, read as " + p, place);
        }
        if (!name.group(2).isEmpty()) {
            content.oddity("leading zeros, read as " + p, place);
        }
        if (TRAILING_COMMENT.matcher(value).find()) {
            content.oddity("what looks like a comment is kept in the value of " + p, place);
        }
        if (value.length() < rest.length()) {
            content.oddity("blanks behind the value of " + p + " are left out", place);
        }
        return true;
    }

    private static String notAName(Matcher name) {
        return name.group(3).length() > PValue.DIGITS
                ? "a P-value has six digits at most"
                : "there is no equals sign behind the P-value";
    }

    private static String neither(String line) {
        if (KEY.matcher(line).matches()) {
            return "gnkey closes a config binary, in a text it sets nothing";
        }
        int equals = line.indexOf('=');
        boolean alias =
                equals > 0
                        && Alias.find(Blanks.stripTrailing(line.substring(0, equals)))
                                .filter(found -> !found.item().isEmpty())
                                .isPresent();
        return alias
                ? "an alias, which only XML of version 2 can set"
                : "neither a comment nor a setting";
    }
}
