package org.fingerpost.gateway.upstream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.gateway.upstream.doors.Asked;

/** Files in memory, as many as there is room for; whoever was asked for longest ago makes room. */
final class KeptFiles {
    /** What a file costs besides its bytes: its name, its tag, its place. */
    private static final int BESIDES = 1024;

    /**
     * @param confirmed when its door last said so, in nanoseconds
     * @param doubtful whether its door should be asked again
     */
    record Kept(Source source, String tag, long confirmed, boolean doubtful) {
        Kept doubted() {
            return new Kept(source, tag, confirmed, true);
        }

        private long cost() {
            return BESIDES + (source instanceof WholeFile whole ? whole.size() : 0);
        }
    }

    private final long most;
    private final Map<Asked.Key, Kept> files = new LinkedHashMap<>(16, 0.75f, true);
    private long cost;

    KeptFiles(long mostBytes) {
        this.most = mostBytes;
    }

    Optional<Kept> find(Asked.Key key) {
        return Optional.ofNullable(files.get(key));
    }

    void put(Asked.Key key, Kept file) {
        remove(key);
        files.put(key, file);
        cost += file.cost();
        while (cost > most && !files.isEmpty()) {
            remove(files.keySet().iterator().next());
        }
    }

    void remove(Asked.Key key) {
        Kept removed = files.remove(key);
        cost -= removed == null ? 0 : removed.cost();
    }
}
