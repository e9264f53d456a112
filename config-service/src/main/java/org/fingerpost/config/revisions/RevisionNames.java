package org.fingerpost.config.revisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.sheets.PublishedSheets;
import org.fingerpost.config.sheets.rehearsals.Completeness;
import org.fingerpost.outbox.Outbox;
import org.fingerpost.problems.Problem;

/** Keeps the names of revisions. A name is given once, and holds the same until it is deleted. */
@ApplicationScoped
public class RevisionNames {
    private static final String TYPE = "org.fingerpost.config.revision-name.v1";

    /** Each door keeps what they hold in memory. */
    private static final int MOST = 20;

    private final RevisionNameRows rows;
    private final HeldSheets held;
    private final PublishedSheets sheets;
    private final Completeness complete;
    private final TransactionSynchronizationRegistry transaction;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RevisionNames(
            RevisionNameRows rows,
            HeldSheets held,
            PublishedSheets sheets,
            Completeness complete,
            TransactionSynchronizationRegistry transaction,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.held = held;
        this.sheets = sheets;
        this.complete = complete;
        this.transaction = transaction;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    record Kept(RevisionName name, boolean made, long commit) {}

    /**
     * Which sheets of the provider's own are to be held at another revision than the newest.
     *
     * @param prefix empty for none, as the postfix
     */
    record Wish(String prefix, String postfix, Map<SheetName, Long> revisions) {}

    /** Names what is published now. The same wish again finds what is there. */
    @Transactional
    Kept put(long provider, String name, Wish wish) {
        SheetName.checkName(name);
        Affixes affixes = Affixes.naming(wish.prefix, wish.postfix);
        rows.lock();
        List<RevisionName> all = rows.of(provider);
        Optional<RevisionName> before = find(all, name);
        if (before.isPresent()) {
            return again(before.get(), affixes, wish);
        }
        refuse(all, affixes);
        List<Published> published = published(provider, wish.revisions);
        RevisionName fresh = fresh(name, wish, published);
        complete.check(provider, shelf(fresh));
        rows.insert(provider, fresh);
        published.forEach(held::tell);
        audit.record(decision("revision-named", provider, name).is(Told.of(provider, fresh)));
        return new Kept(
                fresh, true, outbox.append(key(provider, name), TYPE, Told.of(provider, fresh)));
    }

    private RevisionName fresh(String name, Wish wish, List<Published> published) {
        return new RevisionName(
                name,
                wish.prefix,
                wish.postfix,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                published.stream()
                        .map(each ->
                                new RevisionName.Held(each.owner(), each.name(), each.revision()))
                        .toList());
    }

    private Kept again(RevisionName before, Affixes affixes, Wish wish) {
        boolean same =
                before.affixes().equals(affixes)
                        && wish.revisions.entrySet().stream()
                                .allMatch(each -> before.holds(each.getKey(), each.getValue()));
        if (!same) {
            throw Problem.conflict(
                    "revision-named",
                    before.name() + " is given and never changes: delete it, or take another name");
        }
        return new Kept(before, false, outbox.commitNumber());
    }

    private static void refuse(List<RevisionName> all, Affixes affixes) {
        all.stream()
                .filter(each -> each.affixes().equals(affixes))
                .findFirst()
                .ifPresent(taken -> {
                    throw Problem.conflict(
                            "affix-taken", "this prefix and postfix name " + taken.name());
                });
        if (all.size() >= MOST) {
            throw Problem.conflict(
                    "too-many-revision-names", MOST + " revisions may have a name: delete one");
        }
    }

    private List<Published> published(long provider, Map<SheetName, Long> wish) {
        List<Published> published = new ArrayList<>(sheets.newest(provider));
        wish.forEach((sheet, revision) -> {
            published.removeIf(each -> each.owner() == provider && each.name().equals(sheet));
            published.add(
                    sheets.revision(provider, sheet, revision)
                            .orElseThrow(() ->
                                    Problem.invalid(
                                                    "no-such-revision",
                                                    sheet + " has no revision " + revision)
                                            .with("field", "sheets")));
        });
        return published;
    }

    /** The phones that ask by it have the newest from now on. */
    @Transactional
    long delete(long provider, String name) {
        rows.lock();
        RevisionName before = get(provider, name);
        sheets.keep(provider); // or a sheet that is sealed anew would be told after it is gone
        rows.delete(provider, name);
        held.release(before.held());
        audit.record(
                decision("revision-name-deleted", provider, name).was(Told.of(provider, before)));
        return outbox.appendGone(key(provider, name), TYPE);
    }

    @Transactional
    RevisionName get(long provider, String name) {
        return find(rows.of(provider), name)
                .orElseThrow(() -> Problem.notFound("no revision is called " + name));
    }

    @Transactional
    List<RevisionName> of(long provider) {
        return rows.of(provider);
    }

    private static Optional<RevisionName> find(List<RevisionName> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** What these affixes name, if they name anything; for use within one transaction. */
    public Optional<Shelf> shelf(long provider, Affixes affixes) {
        return rows.of(provider).stream()
                .filter(each -> each.affixes().equals(affixes))
                .findFirst()
                .map(this::shelf);
    }

    /** All that phones may ask for by name; read once a transaction. */
    public List<Shelf> shelves(long provider) {
        String key = RevisionNames.class.getName() + "/" + provider;
        if (transaction.getResource(key) instanceof Shelves kept) {
            return kept.all;
        }
        Shelves read = new Shelves(rows.of(provider).stream().map(this::shelf).toList());
        transaction.putResource(key, read);
        return read.all;
    }

    private record Shelves(List<Shelf> all) {}

    private Shelf shelf(RevisionName name) {
        return sheets.held((owner, sheet) ->
                name.held().stream()
                        .filter(each -> each.owner() == owner && each.sheet().equals(sheet))
                        .map(RevisionName.Held::revision)
                        .findFirst());
    }

    private static Decision decision(String action, long provider, String name) {
        return Decision.about(
                new Caller.OfProvider(provider), action, key(provider, name), provider);
    }

    private static String key(long provider, String name) {
        return "revision-name/" + provider + "/" + name;
    }

    private record Told(
            long provider, String name, String prefix, String postfix, String at, List<Of> sheets) {
        private record Of(long owner, String name, long revision) {}

        static Told of(long provider, RevisionName name) {
            return new Told(
                    provider,
                    name.name(),
                    name.prefix(),
                    name.postfix(),
                    name.at().toString(),
                    name.held().stream()
                            .map(each ->
                                    new Of(each.owner(), each.sheet().toString(), each.revision()))
                            .toList());
        }
    }
}
