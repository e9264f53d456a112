package org.fingerpost.gateway.upstream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.upstream.doors.Asked;

/**
 * Files in memory, as many as there is room for; whoever was asked for longest ago makes room. What
 * has the same path and tag is there once, whoever asked for it.
 */
final class KeptFiles {
    /** What a phone's file costs besides its bytes: its name, its tag, its place. */
    private static final int BESIDES = 1024;

    /**
     * @param confirmed when its door last said so, in nanoseconds
     * @param doubtful whether its door should be asked again
     */
    record Kept(Source source, String tag, long confirmed, boolean doubtful) {
        Kept doubted() {
            return new Kept(source, tag, confirmed, true);
        }
    }

    private record Content(Destination.At at, String tag) {}

    private static final class Shared {
        private final Source source;
        private int keys;

        Shared(Source source) {
            this.source = source;
        }
    }

    private final long most;
    private final Map<Asked.Key, Kept> files = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Content, Shared> contents = new HashMap<>();
    private long cost;

    KeptFiles(long mostBytes) {
        this.most = mostBytes;
    }

    Optional<Kept> find(Asked.Key key) {
        return Optional.ofNullable(files.get(key));
    }

    /**
     * @return the file's bytes, which may have come before
     */
    Source put(Asked.Key key, Kept file) {
        Source source = file.source() instanceof WholeFile ? share(key, file) : file.source();
        remove(key);
        files.put(key, new Kept(source, file.tag(), file.confirmed(), file.doubtful()));
        cost += BESIDES;
        while (cost > most && !files.isEmpty()) {
            remove(files.keySet().iterator().next());
        }
        return source;
    }

    private Source share(Asked.Key key, Kept file) {
        Shared shared =
                contents.computeIfAbsent(
                        new Content(key.at(), file.tag()), _ -> new Shared(file.source()));
        cost += shared.keys == 0 ? shared.source.held() : 0;
        shared.keys++;
        return shared.source;
    }

    void remove(Asked.Key key) {
        Kept removed = files.remove(key);
        if (removed == null) {
            return;
        }
        cost -= BESIDES;
        Content content = new Content(key.at(), removed.tag());
        Shared shared = contents.get(content);
        if (removed.source() instanceof WholeFile && --shared.keys == 0) {
            contents.remove(content);
            cost -= shared.source.held();
        }
    }
}
