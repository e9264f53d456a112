package org.fingerpost.fuzz.words;

import org.fingerpost.formats.request.RequestedFile;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * Paths of requests. The reader never throws. What it knows for a file has one name, under which it
 * is asked for again, and the folders before it change nothing. A path that climbs, or that holds
 * what no name of a phone has, is none of its files.
 */
public final class RequestTarget {

    private static final int LONGEST = 1024;
    private static final String FOLDER = "/a%20b/";

    private RequestTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Text.of(input).forEach(RequestTarget::read);
    }

    private static void read(String path) {
        RequestedFile file = Allowance.of(path.length(), () -> RequestedFile.of(path));
        if (!(file instanceof RequestedFile.Other)) {
            Claim.same(file, RequestedFile.of("/" + name(file)), "its name asks for the same");
            Claim.holds(path.length() <= LONGEST, "no name is so long");
            Claim.holds(isHarmless(path), "no file for a path that tries tricks");
            if (path.length() + FOLDER.length() <= LONGEST) {
                Claim.same(file, RequestedFile.of(FOLDER + path), "folders change nothing");
            }
        }
    }

    private static String name(RequestedFile file) {
        return switch (file) {
            case RequestedFile.OwnBinary(var mac, var dotBin) ->
                    "cfg" + mac + (dotBin ? ".bin" : "");
            case RequestedFile.OwnXml(var mac) -> "cfg" + mac + ".xml";
            case RequestedFile.GenericXml() -> "cfg.xml";
            case RequestedFile.ModelXml(var model) -> "cfg" + model + ".xml";
            case RequestedFile.Other() -> throw new AssertionError("has no name");
        };
    }

    /** Written another way than the reader is: by patterns, on the whole path. */
    private static boolean isHarmless(String path) {
        return path.matches("([!-$&-\\[\\]-~ ]|%[2-7][0-9A-Fa-f])*+")
                && !path.matches("(?i).*%(2f|5c|7f).*")
                && !path.replaceAll("(?i)%2e", ".").contains("..");
    }
}
