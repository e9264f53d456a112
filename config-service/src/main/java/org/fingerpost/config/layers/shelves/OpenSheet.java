package org.fingerpost.config.layers.shelves;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fingerpost.config.layers.variables.HoleText;
import org.fingerpost.config.layers.variables.Variable;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/** A revision of a sheet with its secrets in clear: for making files, never to be shown or kept. */
public record OpenSheet(
        SheetName name,
        long revision,
        String author,
        List<String> templates,
        List<Line> lines,
        Map<String, Variable> variables) {

    /** One setting of a sheet. */
    public record Line(PValue p, HoleText text) {
        @Override
        public String toString() {
            return p + "=" + text;
        }
    }

    /**
     * @throws org.fingerpost.config.secrets.seals.UnopenableException if a key is not here
     */
    public static OpenSheet of(Published published, Function<String, Optional<ProviderKey>> keys) {
        Place.Owner owner = Place.Owner.sheet(published.owner(), published.name().toString());
        Sheet sheet = published.sheet();
        List<Line> lines = new ArrayList<>();
        for (Setting setting : sheet.settings().opened(keys, owner)) {
            lines.add(new Line(setting.p(), HoleText.parse(setting.value())));
        }
        return new OpenSheet(
                published.name(),
                published.revision(),
                published.author(),
                sheet.templates(),
                List.copyOf(lines),
                Map.copyOf(sheet.variables().opened(keys, owner)));
    }

    @Override
    public String toString() {
        return "OpenSheet[" + name + " revision " + revision + "]";
    }
}
