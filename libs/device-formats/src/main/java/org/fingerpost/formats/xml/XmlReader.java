package org.fingerpost.formats.xml;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fingerpost.formats.alias.Alias;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.markup.Event;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.markup.MarkupReader;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/** Walks a document of {@code gs_provision} and tells what it holds. */
public final class XmlReader {

    private final MarkupReader markup;
    private final XmlContent content;
    private final ElementBody body;
    private boolean hasNumbered;
    private boolean hasNamed;

    /** Whether P-values stand under version 2, as hand-made files have them. */
    private boolean mislabelled;

    private XmlReader(byte[] file, XmlContent content, boolean lenient) {
        this.markup = lenient ? MarkupReader.lenient(file, this::slip) : MarkupReader.of(file);
        this.content = content;
        this.body = new ElementBody(markup, content);
    }

    /**
     * Tells the content all that the file holds, in order.
     *
     * @throws MarkupException if it is no such file, or of both versions; then a part was told
     */
    public static void read(byte[] file, XmlContent content) {
        new XmlReader(file, content, false).document();
    }

    /** The same, but that what begins nothing is read as it stands: {@link XmlContent#slip}. */
    public static void readLeniently(byte[] file, XmlContent content) {
        new XmlReader(file, content, true).document();
    }

    private void document() {
        while (markup.next() != Event.START) {
            // Comments before the root are about the file, not about a setting.
        }
        if (!markup.name().equals("gs_provision")) {
            throw markup.wrong("the root element is not gs_provision");
        }
        for (Event event = markup.next(); event != Event.END; event = markup.next()) {
            if (event == Event.START) {
                child();
            } else if (event == Event.TEXT && !markup.isBlank()) {
                strayText("text outside the config element");
            } else if (event == Event.INSTRUCTION) {
                body.instruction();
            }
        }
        while (markup.next() != Event.DONE) {
            // To the end, which may be broken.
        }
    }

    private void child() {
        switch (markup.name()) {
            case "mac" -> mac();
            case "config" -> config();
            default -> body.passOver("an element that is neither mac nor config");
        }
    }

    private void mac() {
        XmlPlace place = here();
        content.mac(MacAddress.find(body.text().strip()), place);
    }

    private void config() {
        Optional<String> version = markup.attribute("version");
        content.config(version, here());
        switch (version.orElse("1")) {
            case "1" -> settings(this::plainNumbered, this::numbered);
            case "2" -> settings(() -> false, this::named);
            default -> body.passOver("a config of a version that is neither 1 nor 2");
        }
    }

    /**
     * @param plain reads one setting in one go, if the next can be read so
     * @param element reads that of which the start tag has been read
     */
    private void settings(BooleanSupplier plain, Runnable element) {
        while (true) {
            markup.skipBlanks();
            if (plain.getAsBoolean()) {
                continue;
            }
            switch (markup.next()) {
                case START -> element.run();
                case COMMENT -> content.comment(markup.text(), here());
                case INSTRUCTION -> body.instruction();
                case TEXT -> {
                    if (!markup.isBlank()) {
                        strayText("text between the settings");
                    }
                }
                case END, DONE -> {
                    return;
                }
            }
        }
    }

    private boolean plainNumbered() {
        int number = markup.readNumberedElement('P');
        if (number < 0) {
            return false;
        }
        tell(number, markup.text(), here());
        return true;
    }

    private void numbered() {
        int number = markup.numberAfter('P');
        if (number < 0) {
            body.passOver("an element that is no P-value");
            return;
        }
        XmlPlace place = here();
        tell(number, body.text(), place);
    }

    private void tell(int number, String value, XmlPlace place) {
        hasNumbered = true;
        refuseBoth(place);
        content.setting(new Setting(new PValue(number), value), place);
    }

    private void named() {
        if (!hasNamed && markup.numberAfter('P') >= 0) {
            if (!mislabelled) {
                content.oddity("P-values in a config of version 2, which holds items", here());
            }
            mislabelled = true;
            numbered();
        } else if (mislabelled) {
            body.passOver("an element that is no P-value");
        } else {
            item();
        }
    }

    private void item() {
        Optional<Alias> alias = aliasOf("item");
        if (alias.isEmpty()) {
            body.passOver("an element that is no item with an alias for its name");
            return;
        }
        XmlPlace place = here();
        var value = new StringBuilder();
        boolean parts = false;
        for (Event event = markup.next(); event != Event.END; event = markup.next()) {
            if (event == Event.START) {
                parts = true;
                part(alias.get());
            } else if (event == Event.TEXT) {
                value.append(markup.text());
            } else if (event == Event.COMMENT) {
                content.comment(markup.text(), here());
            } else if (event == Event.INSTRUCTION) {
                body.instruction();
            }
        }
        if (!parts) {
            tell(new AliasSetting(alias.get(), value.toString()), place);
        } else if (!value.toString().isBlank()) {
            content.passedOver(value.toString(), "text between the parts of an item", place);
        }
    }

    private void part(Alias item) {
        Optional<Alias> words = aliasOf("part");
        Optional<Alias> alias = words.flatMap(word -> Alias.find(item + "." + word));
        if (alias.isEmpty()) {
            body.passOver("an element that is no part with an alias for its name");
            return;
        }
        XmlPlace place = here();
        tell(new AliasSetting(alias.get(), body.text()), place);
    }

    private void tell(AliasSetting setting, XmlPlace place) {
        hasNamed = true;
        refuseBoth(place);
        content.setting(setting, place);
    }

    /** A phone reads the one version or the other; nobody can tell which was meant. */
    private void refuseBoth(XmlPlace place) {
        if (hasNumbered && hasNamed) {
            throw new MarkupException(
                    place.offset(),
                    place.line(),
                    "settings of version 1 and of version 2 in one file");
        }
    }

    private Optional<Alias> aliasOf(String element) {
        return markup.name().equals(element)
                ? markup.attribute("name").flatMap(Alias::find)
                : Optional.empty();
    }

    private XmlPlace here() {
        return new XmlPlace(markup, markup.offset());
    }

    private void strayText(String why) {
        int visible = markup.source().behindBlanks(markup.offset());
        content.passedOver(markup.text(), why, new XmlPlace(markup, visible));
    }

    private void slip(int offset, String why) {
        content.slip(why, new XmlPlace(markup, offset));
    }
}
