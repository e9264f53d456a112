package org.fingerpost.firmware.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.replica.Change;
import org.fingerpost.replica.Entry;

/** A catalog that is told of state records, and asked for files. */
abstract class ToldCatalog {
    static final String FILE = "gxp2160fw.bin";
    static final String MONDAY = "2026-11-23T08:00:00Z";
    static final String TUESDAY = "2026-11-24T08:00:00Z";
    static final long PLATFORM = 0;

    final Catalog catalog = new Catalog(new ObjectMapper());

    /** The first digit of the digest that an anonymous asker gets. */
    String got(long provider, String folder, String name) {
        return digit(find(provider, folder, name));
    }

    String asked(long provider, String name, String model, String version) {
        return digit(
                catalog.find(
                        new Wanted(
                                provider,
                                new AskedFile("", name),
                                Optional.empty(),
                                DeviceModels.find(model),
                                Version.find(version))));
    }

    Offer find(long provider, String folder, String name) {
        return catalog.find(
                new Wanted(
                        provider,
                        new AskedFile(folder, name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static String digit(Offer offer) {
        return switch (offer) {
            case Offer.Of of -> of.digest().hex().substring(0, 1);
            case Offer.None() -> "none";
        };
    }

    void changed(Change... changes) {
        catalog.changed(List.of(changes));
    }

    static Change put(String key, String json) {
        return new Change.Put(entry(key, json), Optional.empty());
    }

    static Entry entry(String key, String json) {
        return new Entry(
                key,
                "org.fingerpost.firmware.release.v1",
                1,
                json.getBytes(StandardCharsets.UTF_8));
    }

    static String release(long id, long provider, String version, String at, char digit) {
        return release(id, provider, version, at, digit, "");
    }

    static String release(
            long id, long provider, String version, String at, char digit, String more) {
        return """
        {"id":%d,"provider":%d,"family":"GXP2160","version":"%s","state":"published",
         "publishedAt":"%s",%s
         "files":[{"name":"gxp2160fw.bin","digest":"%s","size":5}]}\
        """
                .formatted(id, provider, version, at, more, String.valueOf(digit).repeat(64));
    }
}
