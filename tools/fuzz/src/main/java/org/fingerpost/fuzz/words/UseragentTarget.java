package org.fingerpost.fuzz.words;

import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The User-Agent header. The reader never throws. What it found can be printed, and is found again
 * in a header of the modern form that says the same.
 */
public final class UseragentTarget {

    private UseragentTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Text.of(input).forEach(UseragentTarget::read);
    }

    private static void read(String header) {
        UserAgent read = Allowance.of(header.length(), () -> UserAgent.parse(header));
        Claim.isTellable(read.toString());
        Claim.holds(read.macs().size() <= 2, "a box has two addresses at most");
        if (!read.equals(UserAgent.silent())) {
            Claim.same(read, UserAgent.parse(modern(read)), "its modern form says the same");
        }
    }

    /** Without a model some word must stand in its place that is none. */
    private static String modern(UserAgent agent) {
        String macs =
                agent.macs().stream().map(MacAddress::toString).collect(Collectors.joining("/"));
        return "Grandstream Model HW "
                + agent.model().orElse("?")
                + agent.hardware().map(hardware -> " V" + hardware).orElse("")
                + agent.version().map(version -> " SW " + version).orElse("")
                + (macs.isEmpty() ? "" : " DevId " + macs);
    }
}
