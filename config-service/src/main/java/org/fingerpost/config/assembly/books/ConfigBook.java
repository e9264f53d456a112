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
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.config.secrets.MasterKey;
import org.fingerpost.config.secrets.ProviderKey;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.secrets.seals.WrappedKey;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.fingerpost.rule.Span;
import org.jboss.logging.Logger;

/**
 * Follows this service's own state: providers' keys and modes in memory, everything else looked up
 * in the replica when it is asked for. Asking never waits.
 */
@ApplicationScoped
public class ConfigBook implements Follower {
    private static final Logger LOG = Logger.getLogger(ConfigBook.class);
    private static final String KEYS = "provider-key/";
    private static final String MODES = "admission/";

    private final MasterKey master;
    private final ObjectMapper json = new ObjectMapper();
    private volatile Pages pages = new Pages(Optional.empty());

    ConfigBook(MasterKey master) {
        this.master = master;
    }

    /** A provider's key, if it has come and this door's master key opens it. */
    public Optional<ProviderKey> key(long provider, String keyId) {
        return Optional.ofNullable(pages.keys.get(WrappedKey.context(provider, keyId)));
    }

    /**
     * What proofs of the generations under this key are derived from: part of the key, or kept of
     * it when it was superseded.
     */
    public Optional<TokenKey> tokens(long provider, String keyId) {
        String kept = WrappedKey.context(provider, WrappedKey.tokensOf(keyId));
        return key(provider, keyId)
                .map(ProviderKey::tokens)
                .or(() -> Optional.ofNullable(pages.tokens.get(kept)));
    }

    /** A provider's admission modes; a device's is found in them by its groups. */
    public AdmissionModes modes(long provider) {
        return pages.modes.getOrDefault(MODES + provider, AdmissionModes.UNSAID);
    }

    /** How many providers have said {@code open}, for all of their devices or for a group. */
    public long openProviders() {
        return pages.modes.values().stream().filter(AdmissionModes::areOpen).count();
    }

    public Optional<Entry> find(String key) {
        return pages.table.flatMap(table -> table.get(key));
    }

    @Override
    public void reloaded(Replica table) {
        Pages fresh = new Pages(Optional.of(table));
        table.forEach(KEYS, entry -> putKey(fresh, entry));
        table.forEach(MODES, entry -> putMode(fresh, entry));
        pages = fresh;
    }

    @Override
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            if (change.key().startsWith(KEYS)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> putKey(pages, entry);
                    case Change.Gone gone -> dropKey(pages, gone.key());
                }
            } else if (change.key().startsWith(MODES)) {
                switch (change) {
                    case Change.Put(Entry entry, var _) -> putMode(pages, entry);
                    case Change.Gone gone -> pages.modes.remove(gone.key());
                }
            }
        }
    }

    private void putKey(Pages into, Entry entry) {
        try {
            KeyState state = json.readValue(entry.value(), KeyState.class);
            WrappedKey wrapped = state.toWrappedKey();
            if (wrapped.holdsTokens()) {
                into.tokens.put(entry.key(), master.unwrapTokens(wrapped));
            } else {
                into.keys.put(entry.key(), master.unwrap(wrapped));
            }
        } catch (IOException | UnopenableException e) {
            dropKey(into, entry.key());
            LOG.errorf(
                    "%s (%s) cannot be used here: files of this provider are answered with 503",
                    entry.key(), entry.type());
        }
    }

    private static void dropKey(Pages from, String key) {
        from.keys.remove(key);
        from.tokens.remove(key);
    }

    /** What cannot be read is never taken for open. */
    private void putMode(Pages into, Entry entry) {
        try {
            into.modes.put(entry.key(), json.readValue(entry.value(), ModeState.class).modes());
        } catch (IOException | RuntimeException e) {
            into.modes.put(entry.key(), AdmissionModes.UNSAID);
            LOG.errorf("%s is of a kind that this version cannot read", entry.key());
        }
    }

    private static final class Pages {
        final Optional<Replica> table;
        final Map<String, ProviderKey> keys = new ConcurrentHashMap<>();
        final Map<String, TokenKey> tokens = new ConcurrentHashMap<>();
        final Map<String, AdmissionModes> modes = new ConcurrentHashMap<>();

        Pages(Optional<Replica> table) {
            this.table = table;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record KeyState(long provider, String keyId, byte[] nonce, byte[] ciphertext) {
        WrappedKey toWrappedKey() {
            return new WrappedKey(provider, keyId, nonce, ciphertext);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record GroupState(String group, String mode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RangeState(String first, String last) {
        Span span() {
            return Span.parse(first, last);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ModeState(String mode, List<GroupState> groups, List<RangeState> tftp) {
        ModeState {
            tftp = tftp == null ? List.of() : tftp;
            groups = groups == null ? List.of() : groups;
        }

        AdmissionModes modes() {
            Map<String, AdmissionMode> read = new HashMap<>();
            for (GroupState of : groups) {
                if (of != null && of.group != null) {
                    read.put(of.group, mode(of.mode));
                }
            }
            return new AdmissionModes(
                    mode(mode), read, tftp.stream().map(RangeState::span).toList());
        }

        /** A word of a later version's is taken for the default. */
        private static AdmissionMode mode(String word) {
            return AdmissionMode.find(word).orElse(AdmissionMode.WINDOW);
        }
    }
}
