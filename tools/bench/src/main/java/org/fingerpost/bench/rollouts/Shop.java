package org.fingerpost.bench.rollouts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;
import org.fingerpost.rule.Salt;

/** A catalog as a busy provider's might be: releases of a family, some of them rolled out. */
final class Shop {
    static final long PROVIDER = 7;
    static final String OLD = "1.0.7.5";
    static final int RELEASES = 20;
    static final int ROLLOUTS = 5;
    static final int RANGES = 1000;
    static final int PARKED = 1000;

    /** Phones are drawn from so many addresses, in ranges with gaps as wide as themselves. */
    static final long FIRST = 0x000b82000000L;

    static final int SPAN = 2000;

    private Shop() {}

    static Catalog stocked() {
        List<Change> changes = new ArrayList<>();
        for (int id = 1; id <= RELEASES; id++) {
            changes.add(put("release/" + id, release(id)));
        }
        for (int id = 1; id <= ROLLOUTS; id++) {
            changes.add(put("rollout/" + id, rollout(id, RELEASES - ROLLOUTS + id)));
            for (int phone = 0; phone < PARKED; phone++) {
                String mac = "%012x".formatted(FIRST + phone * 1000L);
                changes.add(
                        put(
                                "parked/" + id + "/" + mac,
                                "{\"rollout\":%d,\"mac\":\"%s\"}".formatted(id, mac)));
            }
        }
        Catalog catalog = new Catalog(new ObjectMapper());
        catalog.changed(changes);
        return catalog;
    }

    private static String release(int id) {
        return """
        {"id":%d,"provider":%d,"family":"GXP21xx","version":"%s","state":"published",
         "publishedAt":"2026-11-%02dT08:00:00Z",
         "files":[{"name":"gxp2160fw.bin","digest":"%064x","size":44000000}]}\
        """
                .formatted(id, PROVIDER, id == 1 ? OLD : "1.0.8." + id, id, id);
    }

    /** Each chooses half of all addresses and is open to a tenth of those. */
    private static String rollout(int id, int release) {
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < RANGES; i++) {
            long first = FIRST + 2L * i * SPAN;
            ranges.append(i == 0 ? "" : ",")
                    .append(
                            "{\"first\":\"%012x\",\"last\":\"%012x\"}"
                                    .formatted(first, first + SPAN - 1));
        }
        return """
        {"id":%d,"provider":%d,"release":%d,"version":"1.0.8.%d","holds":[%d],"names":["GXP21xx"],
         "ranges":[%s],"salt":"%032x","open":%d}\
        """
                .formatted(id, PROVIDER, release, release, release, ranges, id, Salt.PLACES / 10);
    }

    private static Change put(String key, String json) {
        return new Change.Put(
                new Entry(key, "any", 1, json.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }
}
