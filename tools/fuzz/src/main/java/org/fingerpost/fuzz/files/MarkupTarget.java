package org.fingerpost.fuzz.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.markup.MarkupReader;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The reader of markup. Refused by its own exception. Each start has its end, offsets go forward,
 * lines are those of the offsets. What the JDK's parser reads too, it reads the same: elements,
 * attributes, text and comments, in their order.
 */
public final class MarkupTarget {

    /** Stands in no document. */
    private static final String MARK = "\u0001";

    private MarkupTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allowance.of(
                        input.length,
                        () -> Claim.readOrRefused(MarkupException.class, () -> told(input)))
                .ifPresent(told ->
                        JdkDocument.parse(input)
                                .ifPresent(document ->
                                        Claim.same(
                                                told(document),
                                                told,
                                                "the JDK's parser reads the same")));
    }

    private static String told(byte[] document) {
        var told = new StringBuilder();
        var reader = MarkupReader.of(document);
        List<String> open = new ArrayList<>();
        int at = 0;
        for (Event event = reader.next(); event != Event.DONE; event = reader.next()) {
            Claim.holds(reader.offset() >= at, "offsets go forward");
            at = reader.offset();
            Claim.same(reader.line(), reader.source().lineOf(at), "the line is that of the offset");
            switch (event) {
                case START -> {
                    open.add(reader.name());
                    start(reader.name(), reader.attributes(), told);
                }
                case END -> {
                    Claim.same(open.removeLast(), reader.name(), "an end is that of its start");
                    told.append(MARK).append('/');
                }
                case TEXT -> {
                    Claim.holds(!reader.text().isEmpty(), "text is not empty");
                    told.append(reader.text());
                }
                case COMMENT -> comment(reader.text(), told);
                case INSTRUCTION -> {} // the JDK's tree is read without them, too
                case DONE -> throw new AssertionError("the loop ends before");
            }
        }
        Claim.holds(open.isEmpty(), "each start has its end");
        return told.toString();
    }

    private static void start(String name, Map<String, String> attributes, StringBuilder told) {
        told.append(MARK).append(name).append(new TreeMap<>(attributes)).append(MARK);
    }

    private static void comment(String text, StringBuilder told) {
        told.append(MARK).append('!').append(text).append(MARK);
    }

    private static String told(Document document) {
        var told = new StringBuilder();
        nodes(document).forEach(node -> tell(node, told));
        return told.toString();
    }

    private static void tell(Node node, StringBuilder told) {
        switch (node) {
            case Element element -> {
                var attributes = new TreeMap<String, String>();
                var named = element.getAttributes();
                for (int i = 0; i < named.getLength(); i++) {
                    attributes.put(named.item(i).getNodeName(), named.item(i).getNodeValue());
                }
                start(element.getTagName(), attributes, told);
                nodes(element).forEach(child -> tell(child, told));
                told.append(MARK).append('/');
            }
            case Comment comment -> comment(comment.getData(), told);
            case CharacterData text -> told.append(text.getData());
            default -> {
                // Instructions, which ours passes over.
            }
        }
    }

    private static List<Node> nodes(Node parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }
}
