package org.fingerpost.config.assembly.books;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.config.layers.Mould;
import org.fingerpost.config.layers.Stack;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;
import org.fingerpost.config.layers.shelves.Published;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.offers.OfferBook;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * The published sheets and the groups, in memory, and the moulds made of them. One is made when the
 * first phone of its kind asks, and forgotten whenever a sheet, a group or a key changes: one
 * message, however many phones it concerns.
 */
@ApplicationScoped
public class SheetBook implements Follower, Shelf {
    private static final Logger LOG = Logger.getLogger(SheetBook.class);
    private static final String SHEETS = "sheet/";
    private static final String GROUPS = "group/";
    private static final String KEYS = "provider-key/";

    private final ConfigBook book;
    private final OfferBook offers;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Published> sheets = new ConcurrentHashMap<>();
    private final Map<String, GroupPlace> groups = new ConcurrentHashMap<>();
    private volatile Made made = new Made();

    SheetBook(ConfigBook book, OfferBook offers) {
        this.book = book;
        this.offers = offers;
    }

    /** What was made of the sheets and groups as they were from one moment to the next. */
    private static final class Made {
        final Map<String, OpenSheet> open = new ConcurrentHashMap<>();
        final Moulds<Under> moulds = new Moulds<>();
    }

    /** What lies under a device: the same for all that are alike in these. */
    private record Under(long provider, String model, Optional<String> group) {}

    /**
     * @throws org.fingerpost.config.layers.MissingSheetException if a template or group is missing
     * @throws org.fingerpost.config.secrets.seals.UnopenableException if a key is not here
     */
    public Mould mould(long provider, DeviceModel model, Optional<String> group) {
        Under under = new Under(provider, model.name(), group);
        return made.moulds.get(
                under, offers(provider), () -> Mould.of(Stack.of(this, provider, model, group)));
    }

    /** What the mould is made of; throws as that does. */
    public Stack stack(long provider, DeviceModel model, Optional<String> group) {
        return mould(provider, model, group).stack();
    }

    @Override
    public Optional<OpenSheet> sheet(long owner, SheetName name) {
        Made now = made;
        String key = key(owner, name);
        OpenSheet known = now.open.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<OpenSheet> opened =
                Optional.ofNullable(sheets.get(key))
                        .map(sheet -> OpenSheet.of(sheet, keyId -> book.key(owner, keyId)));
        opened.ifPresent(sheet -> now.open.put(key, sheet));
        return opened;
    }

    /** What the provider offers now; another object when that has changed. */
    OfferBook.Offers offers(long provider) {
        return offers.of(provider);
    }

    @Override
    public Optional<FirmwareOffer> firmware(long provider, DeviceModel model) {
        return offers(provider).to(model);
    }

    @Override
    public Optional<GroupPlace> group(long provider, String name) {
        return Optional.ofNullable(groups.get(GROUPS + provider + "/" + name));
    }

    /** The key of a sheet's state record. */
    public static String key(long owner, SheetName name) {
        return SHEETS + owner + "/" + name;
    }

    @Override
    public void reloaded(Replica table) {
        sheets.clear();
        groups.clear();
        table.forEach(SHEETS, this::putSheet);
        table.forEach(GROUPS, this::putGroup);
        made = new Made();
    }

    @Override
    public void changed(List<Change> changes) {
        boolean touched = false;
        for (Change change : changes) {
            String key = change.key();
            if (key.startsWith(SHEETS) || key.startsWith(GROUPS)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> put(entry);
                    case Change.Gone gone -> remove(gone.key());
                }
                touched = true;
            } else {
                touched |= key.startsWith(KEYS);
            }
        }
        if (touched) {
            // After the maps: who makes something of the new ones has the new place for it.
            made = new Made();
        }
    }

    private void put(Entry entry) {
        if (entry.key().startsWith(SHEETS)) {
            putSheet(entry);
        } else {
            putGroup(entry);
        }
    }

    private void remove(String key) {
        sheets.remove(key);
        groups.remove(key);
    }

    private void putSheet(Entry entry) {
        try {
            SheetState state = json.readValue(entry.value(), SheetState.class);
            sheets.put(entry.key(), state.toPublished());
        } catch (IOException | RuntimeException e) {
            unreadable(entry);
        }
    }

    private void putGroup(Entry entry) {
        try {
            GroupState state = json.readValue(entry.value(), GroupState.class);
            groups.put(entry.key(), new GroupPlace(state.name, Optional.ofNullable(state.parent)));
        } catch (IOException | RuntimeException e) {
            unreadable(entry);
        }
    }

    /** The last good value stays. */
    private static void unreadable(Entry entry) {
        LOG.errorf("%s is of a kind that this version cannot read (%s)", entry.key(), entry.type());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record GroupState(String name, String parent) {}
}
