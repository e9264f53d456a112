package org.fingerpost.cli.folder;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fingerpost.cli.folder.yaml.Spot;
import org.fingerpost.cli.folder.yaml.Text;

/**
 * A sheet as the folder has it, references resolved.
 *
 * @param name such as {@code group/berlin}
 * @param settings by P-value, each with the line where it stands, which may be the vendor's
 */
public record DesiredSheet(
        String name,
        Spot spot,
        List<String> templates,
        Map<String, Text> settings,
        Map<String, Text> variables) {

    public boolean isTemplate() {
        return name.startsWith("template/");
    }

    /**
     * Does the text stand elsewhere?
     *
     * @param name of a P-value, or of a variable behind {@code variables.}
     */
    public boolean isReferred(String name) {
        return new Referred().with("", settings).with("variables.", variables).has(name);
    }

    /** Where the P-value stands; the sheet's first line, if it does not. */
    public Spot spotOf(String p) {
        return Stream.of(settings.get(p))
                .filter(text -> text != null)
                .map(Text::spot)
                .findFirst()
                .orElse(spot);
    }
}
