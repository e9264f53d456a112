package org.fingerpost.fuzz.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fingerpost.formats.alias.Alias;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.xml.XmlFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What a document tree says, read on purpose in another way than the reader does it. */
final class GsProvision {

    private static final Pattern P_VALUE = Pattern.compile("P(0|[1-9][0-9]{0,5})");

    private Optional<MacAddress> mac = Optional.empty();
    private final List<Setting> numbered = new ArrayList<>();
    private final List<AliasSetting> named = new ArrayList<>();

    /** Whether P-values stand under version 2, before any item. */
    private boolean mislabelled;

    private GsProvision() {}

    static XmlFile of(Document document) {
        var read = new GsProvision();
        for (Element child : children(document.getDocumentElement())) {
            if (child.getTagName().equals("mac")) {
                read.mac = MacAddress.find(text(child).strip()).or(() -> read.mac);
            } else if (child.getTagName().equals("config")) {
                read.config(child);
            }
        }
        return read.named.isEmpty()
                ? new XmlFile.Numbered(read.mac, PValues.of(read.numbered), List.of())
                : new XmlFile.Named(read.mac, AliasSettings.of(read.named), List.of());
    }

    private void config(Element config) {
        String version = config.hasAttribute("version") ? config.getAttribute("version") : "1";
        for (Element child : children(config)) {
            boolean isPValue = P_VALUE.matcher(child.getTagName()).matches();
            mislabelled |= version.equals("2") && isPValue && named.isEmpty();
            boolean isNumbered = version.equals("1") || version.equals("2") && mislabelled;
            if (isNumbered && isPValue) {
                numbered.add(Setting.of(child.getTagName(), text(child)));
            } else if (version.equals("2") && !mislabelled && child.getTagName().equals("item")) {
                Alias.find(child.getAttribute("name")).ifPresent(alias -> item(alias, child));
            }
        }
    }

    private void item(Alias alias, Element item) {
        List<Element> parts = children(item);
        if (parts.isEmpty()) {
            named.add(new AliasSetting(alias, text(item)));
        }
        for (Element part : parts) {
            String word = part.getAttribute("name");
            if (part.getTagName().equals("part") && Alias.find(word).isPresent()) {
                Alias.find(alias + "." + word)
                        .ifPresent(whole -> named.add(new AliasSetting(whole, text(part))));
            }
        }
    }

    private static List<Element> children(Element parent) {
        return nodes(parent).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** That of the element itself; CDATA is a kind of text here. */
    private static String text(Element element) {
        var text = new StringBuilder();
        nodes(element).stream()
                .filter(Text.class::isInstance)
                .forEach(node -> text.append(node.getNodeValue()));
        return text.toString();
    }

    private static List<Node> nodes(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }
}
