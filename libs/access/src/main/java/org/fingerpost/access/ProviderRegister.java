package org.fingerpost.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.replica.Follower;
import org.fingerpost.replica.Replica;
import org.jboss.logging.Logger;

/**
 * The providers as redirect's state topic tells them: by id, by the hash of an API key, by path
 * key. Immutable inside, swapped as a whole; asking never waits.
 */
public final class ProviderRegister implements Follower {
    private static final Logger LOG = Logger.getLogger(ProviderRegister.class);
    private static final String PREFIX = "provider/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LongSupplier commit;
    private volatile Register register = Register.of(Map.of());
    private volatile long heard;

    /**
     * @param commit the commit number of the table that is followed
     */
    public ProviderRegister(LongSupplier commit) {
        this.commit = commit;
    }

    /**
     * A provider, as far as every service must know it.
     *
     * @param granted absent if no key has a permission
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Known(long id, String pathKey, List<String> keyHashes, List<Granted> granted) {
        public Known {
            granted = granted == null ? List.of() : granted;
        }

        Set<Permission> permissionsOf(String hash) {
            return granted.stream()
                    .filter(key -> hash.equals(key.keyHash))
                    .flatMap(key -> key.permissions.stream())
                    .flatMap(word -> Permission.find(word).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What one of the provider's keys may do. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Granted(String keyHash, List<String> permissions) {
        public Granted {
            permissions = permissions == null ? List.of() : permissions;
        }
    }

    /**
     * The commit number up to which this register knows every provider. Whoever asks for this first
     * and for a provider afterwards can tell "not there" from "not there yet"; the table itself has
     * a higher number a moment before its followers are told.
     */
    public long heard() {
        return heard;
    }

    public Optional<Known> byId(long id) {
        return Optional.ofNullable(register.byId.get(PREFIX + id));
    }

    public Optional<Known> byKeyHash(String hash) {
        return Optional.ofNullable(register.byKeyHash.get(hash));
    }

    public Optional<Known> byPathKey(String pathKey) {
        return Optional.ofNullable(register.byPathKey.get(pathKey));
    }

    @Override
    public void reloaded(Replica table) {
        Map<String, Known> all = new HashMap<>();
        table.forEach(PREFIX, entry -> put(all, entry));
        register = Register.of(all);
        heard = table.commit();
    }

    @Override
    public void changed(List<Change> changes) {
        Map<String, Known> all = new HashMap<>(register.byId);
        boolean touched = false;
        for (Change change : changes) {
            switch (change) {
                case Change.Put(Entry entry, var _) when entry.key().startsWith(PREFIX) -> {
                    put(all, entry);
                    touched = true;
                }
                case Change.Gone gone when gone.key().startsWith(PREFIX) -> {
                    all.remove(gone.key());
                    touched = true;
                }
                case Change.Put _, Change.Gone _ -> {
                    // Not a provider.
                }
            }
        }
        if (touched) {
            register = Register.of(all);
        }
        heard = commit.getAsLong();
    }

    private static void put(Map<String, Known> all, Entry entry) {
        try {
            all.put(entry.key(), JSON.readValue(entry.value(), Known.class));
        } catch (IOException e) {
            // The last good value stays.
            LOG.errorf(
                    "%s is of a kind that this version cannot read (%s)",
                    entry.key(), entry.type());
        }
    }

    private record Register(
            Map<String, Known> byId, Map<String, Known> byKeyHash, Map<String, Known> byPathKey) {
        static Register of(Map<String, Known> all) {
            Map<String, Known> byKeyHash = new HashMap<>();
            Map<String, Known> byPathKey = new HashMap<>();
            for (Known provider : all.values()) {
                provider.keyHashes().forEach(hash -> byKeyHash.put(hash, provider));
                byPathKey.put(provider.pathKey(), provider);
            }
            return new Register(Map.copyOf(all), Map.copyOf(byKeyHash), Map.copyOf(byPathKey));
        }
    }
}
