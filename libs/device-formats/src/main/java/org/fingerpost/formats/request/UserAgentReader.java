package org.fingerpost.formats.request;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.formats.mac.MacAddress;

/** Reads one header, word by word, once from left to right; grammar in {@link UserAgent}. */
final class UserAgentReader {

    private static final int LONGEST = 512;
    private static final int MOST_MACS = 2;
    private static final String VENDOR = "Grandstream";

    /** What the next word is expected to be. */
    private enum Awaiting {
        MODEL,
        HARDWARE,
        VERSION,
        MACS,
        KEYWORD
    }

    private final String header;
    private String model = "";
    private String hardware = "";
    private String version = "";
    private final List<MacAddress> macs = new ArrayList<>();
    private Awaiting awaiting = Awaiting.MODEL;

    UserAgentReader(String header) {
        this.header = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    }

    UserAgent read() {
        int end = wordEnd(0);
        if (!header.substring(0, end).equalsIgnoreCase(VENDOR)) {
            return UserAgent.silent();
        }
        while (end < header.length()) {
            int start = end + 1;
            end = wordEnd(start);
            if (end > start) {
                word(header.substring(start, end));
            }
        }
        return new UserAgent(model, hardware, version, macs);
    }

    private void word(String word) {
        if (word.equalsIgnoreCase("DevId")) {
            awaiting = Awaiting.MACS;
        } else if (word.equalsIgnoreCase("SW")) {
            awaiting = Awaiting.VERSION;
        } else if (awaiting == Awaiting.MACS) {
            macs(word);
        } else if (awaiting == Awaiting.MODEL) {
            model(word);
        } else if (awaiting == Awaiting.HARDWARE && isHardware(word)) {
            hardware = word.substring(1);
            awaiting = Awaiting.KEYWORD;
        } else {
            version(word);
        }
    }

    private void model(String word) {
        boolean announcesModel = word.equalsIgnoreCase("Model") || word.equalsIgnoreCase("HW");
        if (!announcesModel) {
            model = Words.isModel(word) ? word : "";
            awaiting = Awaiting.HARDWARE;
        }
    }

    private static boolean isHardware(String word) {
        return (word.charAt(0) == 'V' || word.charAt(0) == 'v')
                && Words.isVersion(word.substring(1));
    }

    /** Either the version alone, or {@code image:version/boot:version}. */
    private void version(String word) {
        int colon = word.indexOf(':');
        int slash = word.indexOf('/', colon + 1);
        String candidate =
                word.substring(colon + 1, colon >= 0 && slash >= 0 ? slash : word.length());
        if (version.isEmpty() && Words.isVersion(candidate)) {
            version = candidate;
        }
        awaiting = Awaiting.KEYWORD;
    }

    private void macs(String word) {
        for (String part : word.split("/")) {
            MacAddress.find(part).filter(mac -> macs.size() < MOST_MACS).ifPresent(macs::add);
        }
    }

    /** Where the word that begins there ends: at white space, a parenthesis, or the end. */
    private int wordEnd(int start) {
        int i = start;
        while (i < header.length()) {
            char c = header.charAt(i);
            if (c <= ' ' || c == '(' || c == ')') {
                break;
            }
            i++;
        }
        return i;
    }
}
