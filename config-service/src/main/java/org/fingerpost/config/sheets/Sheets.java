package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.Sheet;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.variables.StoredVariables;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.seals.Place;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.sheets.drafts.Author;
import org.fingerpost.config.sheets.drafts.Draft;
import org.fingerpost.config.sheets.drafts.WishedSheet;
import org.fingerpost.config.sheets.reviews.Review;
import org.fingerpost.config.sheets.reviews.Reviews;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;

/** Keeps the sheets: what is written is a draft, and what is published never changes. */
@ApplicationScoped
public class Sheets {
    private final SheetRows rows;
    private final Groups groups;
    private final ProviderKeys keys;
    private final PublishedSheets published;
    private final Reviews reviews;
    private final Printing printing;
    private final Clock clock;
    private final SecureRandom random;

    Sheets(
            SheetRows rows,
            Groups groups,
            ProviderKeys keys,
            PublishedSheets published,
            Reviews reviews,
            Printing printing,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.groups = groups;
        this.keys = keys;
        this.published = published;
        this.reviews = reviews;
        this.printing = printing;
        this.clock = clock;
        this.random = random;
    }

    /** A sheet as its owner sees it. */
    public record Kept(
            SheetName name, long revision, Optional<Draft> draft, Optional<Published> newest) {}

    /**
     * @param acknowledged P-values that may cut phones off
     */
    public record Order(Set<String> acknowledged, String note) {}

    /** A revision that was made. */
    public record Printed(SheetName name, long revision, Instant at, long commit) {}

    /** Alone with this owner's sheets and devices, until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(long owner) {
        printing.lock(owner);
    }

    /** Keeps a draft, in place of the one that is there. */
    @Transactional
    public Kept draft(Author author, SheetName name, WishedSheet wish) {
        wish.check(name);
        refuseStrangeGroup(author.owner(), name);
        SheetRow row = rows.lock(author.owner(), name);
        row.put(sealed(row, wish), author.name(), now());
        return kept(row);
    }

    private void refuseStrangeGroup(long owner, SheetName name) {
        if (name.kind() == SheetName.Kind.GROUP) {
            groups.known(owner, name.name());
        }
    }

    private Sheet sealed(SheetRow row, WishedSheet wish) {
        long owner = row.ownerId;
        ProviderKey key = keys.of(owner);
        Function<String, Optional<ProviderKey>> all = keyId -> keys.find(owner, keyId);
        Place.Owner place = Place.Owner.sheet(owner, row.name);
        Sheet before = row.toDraft().map(Draft::sheet).orElseGet(() -> newest(row));
        PValues settings = wish.settings().over(before.settings(), all, place);
        var variables = wish.variables().over(before.variables(), all, place);
        return new Sheet(
                wish.templates(),
                StoredSettings.sealed(settings, key, place, random),
                StoredVariables.sealed(variables, key, place, random));
    }

    private Sheet newest(SheetRow row) {
        return rows.revision(row, row.revision)
                .flatMap(RevisionRow::toSheet)
                .orElseGet(Sheet::empty);
    }

    @Transactional
    void discard(long owner, SheetName name) {
        SheetRow row = rows.lock(owner, name);
        if (row.toDraft().isEmpty()) {
            throw noDraft(name);
        }
        row.discard();
    }

    /** What publishing the draft would mean now. */
    @Transactional
    public Review review(long owner, SheetName name) {
        SheetRow row = rows.find(owner, name).orElseThrow(() -> noDraft(name));
        Draft draft = row.toDraft().orElseThrow(() -> noDraft(name));
        return review(row, Optional.of(draft.sheet()));
    }

    /** What withdrawing the sheet would mean now. */
    @Transactional
    public Review reviewWithdrawal(long owner, SheetName name) {
        return reviews.of(published.current(), owner, name, Optional.empty());
    }

    /** The draft becomes the next revision. */
    @Transactional
    public Printed publish(Author author, SheetName name, Order order) {
        printing.lock(author.owner());
        SheetRow row = rows.lock(author.owner(), name);
        Draft draft = row.toDraft().orElseThrow(() -> noDraft(name));
        review(row, Optional.of(draft.sheet())).permit(order.acknowledged());
        row.discard();
        return printing.print(row, Optional.of(draft.sheet()), author, order.note());
    }

    /** An earlier revision becomes the next one; the draft stays. */
    @Transactional
    Printed rollBack(Author author, SheetName name, long to, Order order) {
        printing.lock(author.owner());
        SheetRow row = rows.lock(author.owner(), name);
        RevisionRow earlier =
                rows.revision(row, to)
                        .orElseThrow(() -> Problem.notFound(name + " has no revision " + to));
        review(row, earlier.toSheet()).permit(order.acknowledged());
        return printing.print(row, earlier.toSheet(), author, order.note());
    }

    /** The sheet says nothing any more. */
    @Transactional
    public Printed withdraw(Author author, SheetName name, Order order) {
        printing.lock(author.owner());
        SheetRow row = rows.lock(author.owner(), name);
        if (rows.revision(row, row.revision).flatMap(RevisionRow::toSheet).isEmpty()) {
            throw Problem.notFound(name + " is not published");
        }
        review(row, Optional.empty()).permit(order.acknowledged());
        return printing.print(row, Optional.empty(), author, order.note());
    }

    private Review review(SheetRow row, Optional<Sheet> sheet) {
        return reviews.of(
                published.current(),
                row.ownerId,
                row.sheetName(),
                sheet.map(each -> opened(row, each)));
    }

    private OpenSheet opened(SheetRow row, Sheet sheet) {
        return published.open(
                new Published(
                        row.ownerId, row.sheetName(), row.revision + 1, "draft", now(), sheet));
    }

    @Transactional
    public Optional<Kept> find(long owner, SheetName name) {
        return rows.find(owner, name).map(this::kept);
    }

    @Transactional
    public List<Kept> of(long owner) {
        return rows.of(owner).stream().map(this::kept).toList();
    }

    /** The newest first. */
    @Transactional
    List<RevisionRow> revisions(long owner, SheetName name, int size) {
        return rows.find(owner, name).map(row -> rows.revisions(row, size)).orElse(List.of());
    }

    private Kept kept(SheetRow row) {
        return new Kept(
                row.sheetName(),
                row.revision,
                row.toDraft(),
                rows.revision(row, row.revision).flatMap(each -> each.toPublished(row)));
    }

    private static Problem noDraft(SheetName name) {
        return Problem.notFound(name + " has no draft");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
