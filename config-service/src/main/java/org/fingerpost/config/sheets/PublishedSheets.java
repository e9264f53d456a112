package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.fingerpost.config.groups.Group;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.keys.ProviderKeys;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.offers.OfferBook;
import org.fingerpost.config.sheets.drafts.Draft;
import org.fingerpost.config.sheets.reviews.WithDraft;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.problems.Problem;

/** Shelves of what the database has: of now, of a moment in the past, of now with a draft. */
@ApplicationScoped
public class PublishedSheets {
    private final SheetRows rows;
    private final Groups groups;
    private final ProviderKeys keys;
    private final OfferBook offers;
    private final TransactionSynchronizationRegistry transaction;

    PublishedSheets(
            SheetRows rows,
            Groups groups,
            ProviderKeys keys,
            OfferBook offers,
            TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.rows = rows;
        this.groups = groups;
        this.keys = keys;
        this.offers = offers;
    }

    /**
     * What is published now; while the transaction lasts nothing is published for this provider.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Shelf now(long provider) {
        String key = PublishedSheets.class.getName() + "/" + provider;
        if (transaction.getResource(key) instanceof Shelf kept) {
            return kept; // nothing can have been published since
        }
        rows.lockShared(SheetName.PLATFORM);
        rows.lockShared(provider);
        Shelf shelf = current();
        transaction.putResource(key, shelf);
        return shelf;
    }

    /** For use within one transaction. */
    public Shelf current() {
        return new Read(this::newest, groups::find);
    }

    /** What was published at a moment; for use within one transaction. */
    public Shelf at(Instant moment) {
        return new Read(
                (owner, name) ->
                        rows.find(owner, name)
                                .flatMap(row ->
                                        rows.at(row, moment)
                                                .flatMap(then -> then.toPublished(row))),
                (provider, name) -> groups.find(provider, name, moment));
    }

    /** What certain revisions say, and other sheets nothing; for use within one transaction. */
    public Shelf held(BiFunction<Long, SheetName, Optional<Long>> held) {
        return new Read(
                (owner, name) ->
                        held.apply(owner, name)
                                .flatMap(revision -> revision(owner, name, revision)),
                groups::find);
    }

    /** What a revision says; nothing if there is no such revision, or if it is a withdrawal. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Published> revision(long owner, SheetName name, long revision) {
        return rows.find(owner, name)
                .flatMap(row ->
                        rows.revision(row, revision).flatMap(found -> found.toPublished(row)));
    }

    /** None of the sheets under the provider's devices is published or sealed anew meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long provider) {
        rows.lockShared(SheetName.PLATFORM);
        rows.lockShared(provider);
        rows.keep(provider);
    }

    /**
     * All that is published under the provider's devices, the operator's sheets too, and stays so
     * until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Published> newest(long provider) {
        keep(provider);
        return Stream.of(SheetName.PLATFORM, provider)
                .flatMap(owner -> rows.of(owner).stream())
                .flatMap(row -> newest(row.ownerId, row.sheetName()).stream())
                .toList();
    }

    /**
     * What would be published if a draft were; for use within one transaction.
     *
     * @throws org.fingerpost.problems.Problem if there is no such draft
     */
    public Shelf withDraft(long owner, SheetName name) {
        SheetRow row =
                rows.find(owner, name)
                        .filter(found -> found.toDraft().isPresent())
                        .orElseThrow(() -> Problem.notFound(name + " has no draft"));
        Draft draft = row.toDraft().orElseThrow();
        Published next =
                new Published(
                        owner, name, row.revision + 1, draft.author(), draft.at(), draft.sheet());
        return new WithDraft(current(), owner, name, Optional.of(open(next)));
    }

    private Optional<Published> newest(long owner, SheetName name) {
        return rows.find(owner, name)
                .flatMap(row ->
                        rows.revision(row, row.revision)
                                .flatMap(revision -> revision.toPublished(row)));
    }

    OpenSheet open(Published published) {
        return OpenSheet.of(published, keyId -> keys.find(published.owner(), keyId));
    }

    /** Each sheet and each group is read once. */
    private final class Read implements Shelf {
        private final BiFunction<Long, SheetName, Optional<Published>> sheets;
        private final BiFunction<Long, String, Optional<Group>> places;
        private final Map<String, Optional<OpenSheet>> opened = new HashMap<>();
        private final Map<String, Optional<GroupPlace>> found = new HashMap<>();

        Read(
                BiFunction<Long, SheetName, Optional<Published>> sheets,
                BiFunction<Long, String, Optional<Group>> places) {
            this.sheets = sheets;
            this.places = places;
        }

        @Override
        public Optional<OpenSheet> sheet(long owner, SheetName name) {
            return opened.computeIfAbsent(
                    owner + "/" + name,
                    key -> sheets.apply(owner, name).map(PublishedSheets.this::open));
        }

        /** Of now: what was offered earlier is not kept here. */
        @Override
        public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
            return offers.of(provider).to(model);
        }

        @Override
        public Optional<GroupPlace> group(long provider, String name) {
            return found.computeIfAbsent(
                    provider + "/" + name,
                    key ->
                            places.apply(provider, name)
                                    .map(group -> new GroupPlace(group.name(), group.parent())));
        }
    }
}
