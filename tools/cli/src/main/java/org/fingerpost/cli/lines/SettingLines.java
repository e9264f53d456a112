package org.fingerpost.cli.lines;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.streams.Complaint;

/**
 * The line form.
 *
 * <pre>
 * file  = *( line LF ) [ line ]        ; UTF-8; a CR before LF belongs to the line's end
 * line  = name "=" value / "#" comment / blank
 * value = *CHAR                        ; raw: nothing is stripped, nothing is escaped
 * </pre>
 */
public final class SettingLines {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int LONGEST_SHOWN = 20;

    private SettingLines() {}

    /**
     * The settings, in order.
     *
     * @throws Complaint with the number of the first line that is none
     */
    public static List<SettingLine> read(byte[] file) {
        String text = text(file);
        String[] lines =
                (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\n", -1);
        List<SettingLine> settings = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line =
                    lines[i].endsWith("\r")
                            ? lines[i].substring(0, lines[i].length() - 1)
                            : lines[i];
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                if (line.indexOf('\r') >= 0) {
                    throw new Complaint(
                            "line %d: a CR that no LF follows; lines end with LF or CR LF, and a value with a line break needs --json"
                                    .formatted(i + 1));
                }
                settings.add(setting(i + 1, line));
            }
        }
        return settings;
    }

    /**
     * The lines.
     *
     * @throws Complaint if a value holds a line break
     */
    public static String write(Iterable<SettingLine> settings) {
        var text = new StringBuilder();
        for (SettingLine setting : settings) {
            if (setting.value().indexOf('\n') >= 0 || setting.value().indexOf('\r') >= 0) {
                throw new Complaint(
                        "the value of "
                                + setting.name()
                                + " holds a line break, which the line form cannot: use --json");
            }
            text.append(setting.name()).append('=').append(setting.value()).append('\n');
        }
        return text.toString();
    }

    private static SettingLine setting(int number, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new Complaint("line " + number + ": no = in it; a setting is Pn=value");
        }
        String name = line.substring(0, equals);
        if (!name.equals(name.strip())) {
            throw new Complaint(
                    "line %d: a blank beside the name \"%s\"; text templates are written so: see fingerpost template import --help"
                            .formatted(number, shown(name.strip())));
        }
        return new SettingLine(number, name, line.substring(equals + 1));
    }

    private static String shown(String name) {
        String printable = name.replaceAll("[^ -~]", "?");
        return printable.length() > LONGEST_SHOWN
                ? printable.substring(0, LONGEST_SHOWN) + "..."
                : printable;
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Complaint(
                    "the lines are not UTF-8; fingerpost template import reads other encodings",
                    notUtf8);
        }
    }
}
