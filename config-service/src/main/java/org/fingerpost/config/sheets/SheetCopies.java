package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.Sheet;
import org.fingerpost.config.layers.SheetName;
import org.fingerpost.config.secrets.Place;
import org.fingerpost.config.secrets.ProviderKey;

/** Makes copies of sheets with their secrets in clear, and sheets of copies. */
@ApplicationScoped
public class SheetCopies {
    private final Sheets sheets;
    private final ProviderKeys keys;

    SheetCopies(Sheets sheets, ProviderKeys keys) {
        this.sheets = sheets;
        this.keys = keys;
    }

    /**
     * All that say something or are to; templates first, since layers begin with them.
     *
     * @throws org.fingerpost.config.secrets.UnopenableException if a secret does not open
     */
    @Transactional
    public List<SheetCopy> of(long owner) {
        return sheets.of(owner).stream()
                .map(kept -> copy(owner, kept))
                .filter(copy -> copy.published().isPresent() || copy.draft().isPresent())
                .sorted(
                        Comparator.comparing(
                                        (SheetCopy copy) -> !copy.name().startsWith("template/"))
                                .thenComparing(SheetCopy::name))
                .toList();
    }

    /** Is something said, or drafted, under this name? */
    @Transactional
    public boolean isKnown(long owner, String name) {
        return sheets.find(owner, SheetName.parse(name))
                .filter(kept -> kept.newest().isPresent() || kept.draft().isPresent())
                .isPresent();
    }

    /** Publishes what was published, and drafts what was drafted. */
    @Transactional
    public void put(Author author, SheetCopy copy) {
        SheetName name = OwnSheet.of(author, copy.name());
        copy.published()
                .ifPresent(words -> {
                    sheets.draft(author, name, words.wish());
                    sheets.publish(author, name, meant(author, name, copy.revision()));
                });
        copy.draft().ifPresent(words -> sheets.draft(author, name, words.wish()));
    }

    /** What could cut phones off was meant where it was published. */
    private Printing.Order meant(Author author, SheetName name, long revision) {
        return new Printing.Order(
                sheets.review(author.owner(), name).cutOffs().stream()
                        .map(remark -> remark.p().toString())
                        .collect(Collectors.toSet()),
                "from an archive, where it was revision " + revision);
    }

    private SheetCopy copy(long owner, Sheets.Kept kept) {
        return new SheetCopy(
                kept.name().toString(),
                kept.revision(),
                kept.newest().map(published -> words(owner, kept.name(), published.sheet())),
                kept.draft().map(draft -> words(owner, kept.name(), draft.sheet())));
    }

    private SheetCopy.Words words(long owner, SheetName name, Sheet sheet) {
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(owner, keyId);
        Place.Owner place = Place.Owner.sheet(owner, name.toString());
        Map<String, String> settings = new LinkedHashMap<>();
        sheet.settings()
                .opened(all, place)
                .forEach(setting -> settings.put(setting.p().toString(), setting.value()));
        Map<String, String> variables = new LinkedHashMap<>();
        sheet.variables()
                .opened(all, place)
                .forEach((hole, variable) -> variables.put(hole, variable.value()));
        return new SheetCopy.Words(sheet.templates(), settings, variables);
    }
}
