package org.fingerpost.bench.fleet;

import java.util.Map;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** What the provider tells all of its phones: 298 values, five of them with holes. */
final class Layers {
    private static final int VALUES = 298;

    /** As long as values are: flags and numbers, names, addresses, and now and then a sentence. */
    private static final String[] VALUES_OF_ALL = {
        "0",
        "1",
        "5060",
        "20",
        "180",
        "en",
        "sip.example.net",
        "pool.ntp.org",
        "97",
        "3600",
        "https://directory.example.net/phonebook",
        "{ x+ | \\+x+ | *x+ | *xx*x+ }"
    };

    private Layers() {}

    /**
     * The sheet as it is in this revision: P47 tells which one it is.
     *
     * @param revision from 1
     */
    static byte[] sheet(long revision) {
        return Fleet.sheet(revision, settings(revision), Map.of("name", "site", "value", "Berlin"));
    }

    private static PValues settings(long revision) {
        PValues.Builder all = PValues.builder(VALUES);
        all.put("P47", host(revision));
        all.put("P35", "${account.1.user}");
        all.put("P36", "${account.1.user}");
        all.put("P34", "${account.1.password}");
        all.put("P1339", "${site} ${mac}");
        all.put("P30", "${site}.ntp.example.net");
        for (int number = 1000, count = 6; count < VALUES; number++) {
            PValue p = PValue.parse("P" + number);
            if (!p.isSecret() && number != 1339 && number != 1346) {
                all.put(new Setting(p, VALUES_OF_ALL[number % VALUES_OF_ALL.length]));
                count++;
            }
        }
        return all.build();
    }

    /** Of one length whatever the revision, so that all files are equally long. */
    static String host(long revision) {
        return "r%06d.sip.example.net".formatted(revision);
    }
}
