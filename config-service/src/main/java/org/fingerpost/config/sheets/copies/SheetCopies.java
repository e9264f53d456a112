package org.fingerpost.config.sheets.copies;

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
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.sheets.Sheets;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.config.sheets.reviews.Review;

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
     * All that say something, are to, or were withdrawn. Templates first, since layers begin with
     * them; those that say nothing last and the other way round, since elsewhere they may have to
     * be withdrawn.
     *
     * @throws org.fingerpost.config.secrets.seals.UnopenableException if a secret does not open
     */
    @Transactional
    public List<SheetCopy> of(long owner) {
        return sheets.of(owner).stream()
                .map(kept -> copy(owner, kept))
                .filter(copy -> copy.revision() > 0 || copy.draft().isPresent())
                .sorted(Comparator.comparing(SheetCopies::turn).thenComparing(SheetCopy::name))
                .toList();
    }

    private static int turn(SheetCopy copy) {
        boolean template = copy.name().startsWith("template/");
        if (copy.published().isPresent()) {
            return template ? 0 : 1;
        }
        return template ? 3 : 2;
    }

    /** Is something said, or drafted, under this name? */
    @Transactional
    public boolean isKnown(long owner, String name) {
        return sheets.find(owner, SheetName.parse(name))
                .filter(kept -> kept.newest().isPresent() || kept.draft().isPresent())
                .isPresent();
    }

    /** Publishes what was published, withdraws what was not, and drafts what was drafted. */
    @Transactional
    public void put(Author author, SheetCopy copy) {
        SheetName name = author.own(copy.name());
        // Before the sheet's row, as everybody does who publishes.
        sheets.lock(author.owner());
        if (copy.published().isPresent()) {
            sheets.draft(author, name, copy.published().get().wish());
            Review review = sheets.review(author.owner(), name);
            String note = "from an archive, where it was revision " + copy.revision();
            sheets.publish(author, name, meant(review, note));
        } else if (sheets.find(author.owner(), name).flatMap(Sheets.Kept::newest).isPresent()) {
            Review review = sheets.reviewWithdrawal(author.owner(), name);
            sheets.withdraw(author, name, meant(review, "by an archive, where it says nothing"));
        }
        copy.draft().ifPresent(words -> sheets.draft(author, name, words.wish()));
    }

    /** What could cut phones off was meant where it was done first. */
    private static Sheets.Order meant(Review review, String note) {
        return new Sheets.Order(
                review.cutOffs().stream()
                        .map(remark -> remark.p().toString())
                        .collect(Collectors.toSet()),
                note);
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
