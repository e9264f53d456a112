package org.fingerpost.formats.inspect;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.formats.inspect.Inspection.Findings;
import org.fingerpost.formats.text.DecodedText;

/** Tells files of text apart: XML, HTML in its place, and text templates. */
final class TextInspector {

    private static final Pattern HTML =
            Pattern.compile("<(?:!doctype[ \\t\\r\\n]+)?html\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR = Pattern.compile("(?m)^[ \\t]*[Pp]\\d{1,6}[ \\t]*=");
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private TextInspector() {}

    static Optional<FileKind> inspect(byte[] file, Findings findings) {
        DecodedText decoded = DecodedText.leniently(file);
        // What follows a NUL is no text, and proves nothing.
        int nul = decoded.text().indexOf(0);
        String text = nul < 0 ? decoded.text() : decoded.text().substring(0, nul);
        boolean pairs = PAIR.matcher(text).find();
        int at = behindComments(text);
        boolean markup = text.startsWith(COMMENT, at) ? !pairs : text.startsWith("<", at);
        if (markup && (nul < 0 || text.contains("<gs_provision"))) {
            Matcher html = HTML.matcher(text).region(at, text.length());
            return Optional.of(
                    html.lookingAt() ? html(findings) : XmlInspector.inspect(file, findings));
        }
        if (markup || !pairs) {
            return Optional.empty();
        }
        findings.fact("encoding", told(decoded.charset(), decoded.mark()));
        findings.fact("lines", "" + decoded.text().lines().count());
        return Optional.of(new TemplateInspector(findings).inspect(file));
    }

    static String told(Charset charset, int mark) {
        return charset + (mark > 0 ? ", with a byte order mark" : "");
    }

    private static FileKind html(Findings findings) {
        findings.error(
                0, "an HTML page: a web server's error page, perhaps, in the place of the file");
        return FileKind.XML_OTHER;
    }

    /** Both XML and templates may begin with comments in the manner of XML. */
    private static int behindComments(String text) {
        int at = behindSpace(text, 0);
        while (text.startsWith(COMMENT, at)) {
            int end = text.indexOf(COMMENT_END, at + COMMENT.length());
            if (end < 0) {
                return at;
            }
            at = behindSpace(text, end + COMMENT_END.length());
        }
        return at;
    }

    private static int behindSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
