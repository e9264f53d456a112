package org.fingerpost.formats.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.formats.inspect.Inspection.Findings;

/** Files of text: XML, and text templates. Looks at what they begin with, not at each setting. */
final class TextInspector {

    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]{0,63})");
    private static final Pattern CONFIG =
            Pattern.compile("<config\\s+version\\s*=\\s*[\"'](\\w{1,8})[\"']");
    private static final Pattern PAIR = Pattern.compile("(?m)^[ \\t]*P\\d{1,6}[ \\t]*=");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextInspector() {}

    static Optional<FileKind> inspect(byte[] file, Findings findings) {
        Charset charset = charset(file);
        String decoded = charset.decode(ByteBuffer.wrap(file)).toString();
        boolean marked = decoded.startsWith(BYTE_ORDER_MARK);
        String text = marked ? decoded.substring(1) : decoded;
        boolean markup = text.stripLeading().startsWith("<");
        if (text.indexOf(0) >= 0 || !markup && !PAIR.matcher(text).find()) {
            return Optional.empty();
        }
        findings.fact("encoding", charset + (marked ? ", with a byte order mark" : ""));
        return Optional.of(markup ? xml(text, findings) : template(text, findings));
    }

    private static FileKind xml(String text, Findings findings) {
        Matcher root = ROOT.matcher(text);
        String name = root.find() ? root.group(1) : "none";
        findings.fact("root element", name);
        Matcher config = CONFIG.matcher(text);
        if (!name.equals("gs_provision")) {
            findings.error(
                    0,
                    name.equalsIgnoreCase("html")
                            ? "an HTML page: a web server's error page, perhaps, in the place of"
                                    + " the file"
                            : "the root element should be gs_provision");
            return FileKind.XML_OTHER;
        }
        if (!config.find()) {
            findings.error(0, "there is no config element with a version of 1 or 2");
            return FileKind.XML_OTHER;
        }
        return switch (config.group(1)) {
            case "1" -> FileKind.XML_P_VALUES;
            case "2" -> FileKind.XML_ALIASES;
            default -> {
                findings.error(0, "the version of the config element is neither 1 nor 2");
                yield FileKind.XML_OTHER;
            }
        };
    }

    private static FileKind template(String text, Findings findings) {
        findings.fact("settings", "" + PAIR.matcher(text).results().count());
        findings.fact("lines", "" + text.lines().count());
        findings.fact("note", "for people and tools: a phone takes it by its web page only");
        return FileKind.TEXT_TEMPLATE;
    }

    /** ISO 8859-1 if nothing else fits: any octets can be read so. */
    private static Charset charset(byte[] file) {
        int first = file.length < 2 ? 0 : (file[0] & 0xff) << 8 | file[1] & 0xff;
        if (first == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException not) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
