package org.fingerpost.firmware.catalog.files;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.firmware.blobs.Digest;

/** Which blobs are named, with their sizes: several names of one count. Changed by one thread. */
public final class Named {
    private final Map<Digest, Integer> times = new HashMap<>();
    private final Map<Digest, Long> sizes = new ConcurrentHashMap<>();

    public void add(Published.Content content) {
        times.merge(content.digest(), 1, Integer::sum);
        sizes.put(content.digest(), content.size());
    }

    public void remove(Published.Content content) {
        if (times.merge(content.digest(), -1, Integer::sum) == 0) {
            times.remove(content.digest());
            sizes.remove(content.digest());
        }
    }

    /** As it is at any time: whoever walks over it sees what comes and goes. */
    public Map<Digest, Long> blobs() {
        return Collections.unmodifiableMap(sizes);
    }
}
