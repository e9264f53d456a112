package org.fingerpost.config.offers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.config.layers.FirmwareOffer;
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

    private final ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
    private volatile Offers offers = new Offers(Map.of());

    /** All offers of a moment; another moment's are another object. */
    public static final class Offers {
        private final Map<String, FirmwareOffer> byKey;

        private Offers(Map<String, FirmwareOffer> byKey) {
            this.byKey = Map.copyOf(byKey);
        }

        /** What is offered to the model itself, or else to its family. */
        public Optional<FirmwareOffer> of(long provider, DeviceModel model) {
            String owner = OFFERS + provider + "/";
            return Optional.ofNullable(byKey.get(owner + model.name()))
                    .or(() -> Optional.ofNullable(byKey.get(owner + model.family().name())));
        }
    }

    public Offers now() {
        return offers;
    }

    @Override
    public void reloaded(Replica table) {
        Map<String, FirmwareOffer> all = new HashMap<>();
        table.forEach(OFFERS, entry -> put(all, entry));
        offers = new Offers(all);
    }

    @Override
    public void changed(List<Change> changes) {
        List<Change> ours =
                changes.stream().filter(change -> change.key().startsWith(OFFERS)).toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<String, FirmwareOffer> all = new HashMap<>(offers.byKey);
        for (Change change : ours) {
            switch (change) {
                case Change.Put(Entry entry, var _) -> put(all, entry);
                case Change.Gone gone -> all.remove(gone.key());
            }
        }
        offers = new Offers(all);
    }

    private void put(Map<String, FirmwareOffer> all, Entry entry) {
        try {
            all.put(entry.key(), json.readValue(entry.value(), OfferState.class).offer());
        } catch (IOException | RuntimeException e) {
            // The last good value stays.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }
}
