package org.fingerpost.launcher.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A phone with a provider's everyday settings and several hundred made-up ones. */
final class SampleDevice {
    static final String MODEL = "GXP2160";
    static final int SETTINGS = 700;

    /** Above every number that a phone is known to act upon. */
    private static final int FIRST_MADE_UP = 60_000;

    private SampleDevice() {}

    /** {@value #SETTINGS} settings, a SIP password among them. */
    static Map<String, String> settings(RandomGenerator random) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("P271", "1");
        settings.put("P270", "Reception & Büro");
        settings.put("P47", "sip.example.com");
        settings.put("P35", "2001");
        settings.put("P36", "2001");
        settings.put("P34", word(random, 20));
        settings.put("P3", "Front desk");
        settings.put("P30", "pool.ntp.org");
        for (int number = FIRST_MADE_UP; settings.size() < SETTINGS; number++) {
            settings.put("P" + number, word(random, 1 + random.nextInt(40)));
        }
        return settings;
    }

    private static String word(RandomGenerator random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('!' + random.nextInt('~' - '!')));
        }
        return word.toString();
    }
}
