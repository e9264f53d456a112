package org.fingerpost.config.assembly.books;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.config.layers.MissingSheetException;
import org.fingerpost.config.layers.Mould;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * The names that providers have given to revisions, the sheets that they hold, and the moulds made
 * of those. Groups lie where they lie now. A mould is made when the first phone of its kind asks.
 */
@ApplicationScoped
public class RevisionBook implements Follower {
    private static final Logger LOG = Logger.getLogger(RevisionBook.class);
    private static final String NAMES = "revision-name/";
    private static final String SHEETS = "held-sheet/";
    private static final List<String> OTHERS = List.of("group/", "provider-key/");

    private final ConfigBook book;
    private final SheetBook newest;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Named> names = new ConcurrentHashMap<>();
    private final Map<String, Published> sheets = new ConcurrentHashMap<>();
    private volatile Moulds<Under> moulds = new Moulds<>();
    private volatile Map<By, Named> byAffixes = Map.of();

    RevisionBook(ConfigBook book, SheetBook newest) {
        this.book = book;
        this.newest = newest;
    }

    private record By(long provider, Affixes affixes) {}

    private record Under(By by, String model, Optional<String> group) {}

    /**
     * What lies under a device in the revisions that its affixes name; nothing if they name none.
     *
     * @throws MissingSheetException if a template, a group or a held sheet is missing
     * @throws org.fingerpost.config.secrets.seals.UnopenableException if a key is not here
     */
    public Optional<Mould> mould(
            long provider, Affixes affixes, DeviceModel model, Optional<String> group) {
        By by = new By(provider, affixes);
        Moulds<Under> now = moulds;
        Named named = byAffixes.get(by);
        if (named == null) {
            return Optional.empty();
        }
        Under under = new Under(by, model.name(), group);
        return Optional.of(
                now.get(
                        under,
                        newest.offers(provider),
                        () -> Mould.of(Stack.of(new Held(named), provider, model, group))));
    }

    /** The sheets as one name holds them. */
    private final class Held implements Shelf {
        private final Named named;

        Held(Named named) {
            this.named = named;
        }

        @Override
        public Optional<OpenSheet> sheet(long owner, SheetName name) {
            return Optional.ofNullable(named.held.get(owner + "/" + name))
                    .map(revision -> owner + "/" + name + "/" + revision)
                    .map(key ->
                            Optional.ofNullable(sheets.get(SHEETS + key))
                                    .orElseThrow(() ->
                                            new MissingSheetException("not here yet: " + key)))
                    .map(sheet -> OpenSheet.of(sheet, keyId -> book.key(owner, keyId)));
        }

        @Override
        public Optional<GroupPlace> group(long provider, String name) {
            return newest.group(provider, name);
        }

        @Override
        public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
            return newest.firmware(provider, model);
        }
    }

    @Override
    public void reloaded(Replica table) {
        names.clear();
        sheets.clear();
        table.forEach(NAMES, this::put);
        table.forEach(SHEETS, this::put);
        remake();
    }

    @Override
    public void changed(List<Change> changes) {
        boolean touched = false;
        for (Change change : changes) {
            String key = change.key();
            if (key.startsWith(NAMES) || key.startsWith(SHEETS)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> put(entry);
                    case Change.Gone gone -> {
                        names.remove(gone.key());
                        sheets.remove(gone.key());
                    }
                }
                touched = true;
            } else {
                touched |= OTHERS.stream().anyMatch(key::startsWith);
            }
        }
        if (touched) {
            remake();
        }
    }

    /** After the maps: who makes something of the new ones has the new place for it. */
    private void remake() {
        Map<By, Named> fresh = new HashMap<>();
        names.values()
                .forEach(each ->
                        fresh.put(
                                new By(each.provider, new Affixes(each.prefix, each.postfix)),
                                each));
        byAffixes = fresh;
        moulds = new Moulds<>();
    }

    /** What cannot be read leaves the last that could. */
    private void put(Entry entry) {
        try {
            if (entry.key().startsWith(NAMES)) {
                names.put(entry.key(), json.readValue(entry.value(), NameState.class).named());
            } else {
                sheets.put(
                        entry.key(), json.readValue(entry.value(), SheetState.class).toPublished());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    /** Which revision of each sheet, by owner and name. */
    private record Named(long provider, String prefix, String postfix, Map<String, Long> held) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record HeldState(long owner, String name, long revision) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record NameState(long provider, String prefix, String postfix, List<HeldState> sheets) {
        Named named() {
            if (prefix == null || postfix == null || sheets == null) {
                throw new IllegalArgumentException("a word is missing");
            }
            Map<String, Long> held = new HashMap<>();
            sheets.forEach(each -> held.put(each.owner + "/" + each.name, each.revision));
            return new Named(provider, prefix, postfix, held);
        }
    }
}
