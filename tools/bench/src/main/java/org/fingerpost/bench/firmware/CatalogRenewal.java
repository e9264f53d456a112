package org.fingerpost.bench.firmware;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.bench.figures.Sample;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.firmware.catalog.Catalog;
import org.fingerpost.firmware.catalog.Wanted;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;

/** How long a door's catalog takes to hear of one release, when it has ten thousand. */
final class CatalogRenewal {
    private static final int RELEASES = 10_000;

    /** As many as an owner may have. */
    private static final int OF_ONE = 500;

    private static final int TURNS = 200;
    private static final int BATCH = 1_000;

    private CatalogRenewal() {}

    static List<Verdict> measure() {
        Catalog catalog = new Catalog(new ObjectMapper());
        long start = System.nanoTime();
        for (int first = 0; first < RELEASES; first += BATCH) {
            List<Change> some = new ArrayList<>();
            for (int id = first; id < first + BATCH; id++) {
                some.add(release(id, 1 + id / OF_ONE));
            }
            catalog.changed(some);
        }
        System.out.printf(
                "catalog: %,d releases read in %,d ms%n",
                RELEASES, (System.nanoTime() - start) / 1_000_000);
        long[] taken = new long[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            Change one = release(RELEASES + turn, 1 + turn % (RELEASES / OF_ONE));
            long began = System.nanoTime();
            catalog.changed(List.of(one));
            taken[turn] = System.nanoTime() - began;
        }
        Sample sample = new Sample(taken);
        return List.of(
                new Verdict(
                        "one release more among 10,000, median",
                        sample.percentile(50) / 1e6,
                        1,
                        "ms"),
                new Verdict("an offer, an owner of 500, mean", offer(catalog), 5, "us"));
    }

    /** Microseconds for a phone that asks by the name that says a version. */
    private static double offer(Catalog catalog) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 9; round++) {
            int found = 0;
            long began = System.nanoTime();
            for (int id = 0; id < RELEASES; id++) {
                Wanted wanted =
                        new Wanted(
                                1 + id / OF_ONE,
                                new AskedFile("", "gxp2160fw.bin_1.0." + id),
                                Optional.empty(),
                                DeviceModels.find("GXP2160"),
                                Version.find("1.0.0"));
                found += catalog.find(wanted).hashCode() == 0 ? 0 : 1;
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e3 / found);
        }
        return best;
    }

    private static Change release(int id, int provider) {
        String json =
                """
                {"id":%d,"provider":%d,"family":"GXP2160","version":"1.0.%d","state":"published",
                 "publishedAt":"2026-11-24T15:00:00Z",
                 "files":[{"name":"gxp2160fw.bin","digest":"%064x","size":5}]}
                """
                        .formatted(id, provider, id, id);
        return new Change.Put(
                new Entry(
                        "release/" + id,
                        "org.fingerpost.firmware.release.v1",
                        1,
                        json.getBytes(StandardCharsets.UTF_8)),
                Optional.empty());
    }
}
