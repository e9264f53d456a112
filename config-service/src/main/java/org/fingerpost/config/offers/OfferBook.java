package org.fingerpost.config.offers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/** Follows the firmware service's state as far as phones must be told of it. */
@ApplicationScoped
public class OfferBook implements Follower {
    private static final Logger LOG = Logger.getLogger(OfferBook.class);
    private static final String OFFERS = "offer/";

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private volatile Map<Long, Offers> byProvider = Map.of();

    /** All of a provider's offers of a moment; when one of them changes they are another object. */
    public static final class Offers {
        private static final Offers NONE = new Offers(Map.of());

        private final Map<String, FirmwareOffer> byName;

        private Offers(Map<String, FirmwareOffer> byName) {
            this.byName = Map.copyOf(byName);
        }

        /** What is offered to the model itself, or else to its family. */
        public Optional<FirmwareOffer> to(DeviceModel model) {
            return Optional.ofNullable(byName.get(model.name()))
                    .or(() -> Optional.ofNullable(byName.get(model.family().name())));
        }
    }

    /** What a provider offers now. */
    public Offers of(long provider) {
        return byProvider.getOrDefault(provider, Offers.NONE);
    }

    @Override
    public void reloaded(Replica table) {
        Map<Long, Map<String, FirmwareOffer>> all = new HashMap<>();
        table.forEach(
                OFFERS,
                entry ->
                        Key.find(entry.key())
                                .ifPresent(key -> put(theirs(Map.of(), all, key), key, entry)));
        byProvider = with(Map.of(), all);
    }

    @Override
    public void changed(List<Change> changes) {
        Map<Long, Map<String, FirmwareOffer>> fresh = new HashMap<>();
        for (Change change : changes) {
            Key.find(change.key())
                    .ifPresent(key -> change(theirs(byProvider, fresh, key), key, change));
        }
        if (!fresh.isEmpty()) {
            byProvider = with(byProvider, fresh);
        }
    }

    private static Map<String, FirmwareOffer> theirs(
            Map<Long, Offers> before, Map<Long, Map<String, FirmwareOffer>> fresh, Key key) {
        return fresh.computeIfAbsent(
                key.provider,
                provider -> new HashMap<>(before.getOrDefault(provider, Offers.NONE).byName));
    }

    private static void change(Map<String, FirmwareOffer> theirs, Key key, Change change) {
        switch (change) {
            case Change.Put(Entry entry, var _) -> put(theirs, key, entry);
            case Change.Gone _ -> theirs.remove(key.name);
        }
    }

    private static Map<Long, Offers> with(
            Map<Long, Offers> before, Map<Long, Map<String, FirmwareOffer>> fresh) {
        Map<Long, Offers> all = new HashMap<>(before);
        fresh.forEach((provider, theirs) -> all.put(provider, new Offers(theirs)));
        return all;
    }

    /** {@code offer/{provider}/{family or model}}. */
    private record Key(long provider, String name) {
        private static final Pattern FORM = Pattern.compile(OFFERS + "([0-9]{1,18})/(.+)");

        static Optional<Key> find(String key) {
            Matcher parts = FORM.matcher(key);
            return parts.matches()
                    ? Optional.of(new Key(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    private static void put(Map<String, FirmwareOffer> all, Key key, Entry entry) {
        try {
            all.put(key.name, JSON.readValue(entry.value(), OfferState.class).offer());
        } catch (IOException | RuntimeException e) {
            // The last good value stays.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }
}
