package org.fingerpost.cli.address;

/**
 * Shortens what may be a device's token in a path to four characters and an ellipsis.
 *
 * <p>A path key ({@code /p/KEY}, {@code /fw/KEY}) is no secret, the redirect door tells it to
 * anyone; every folder below one may be a token, and so may any other folder with a long name.
 */
public final class Veil {
    private static final int LONG_ENOUGH_FOR_A_SECRET = 16;
    private static final int TOLD = 4;

    private Veil() {}

    /** {@code address}: a URL, or host and path as P237 and P192 hold them. */
    public static String over(String address) {
        var scheme = address.indexOf("://");
        var start = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (start < 0) {
            return address;
        }
        var segments = address.substring(start + 1).split("/", -1);
        var keyed = segments[0].equals("p") || segments[0].equals("fw");
        for (var i = 0; i < segments.length; i++) {
            var belowKey = keyed && i >= 2 && !looksLikeFile(segments[i]);
            var longName = segments[i].length() >= LONG_ENOUGH_FOR_A_SECRET && !(keyed && i == 1);
            if (belowKey || (longName && !looksLikeFile(segments[i]))) {
                segments[i] = shortened(segments[i]);
            }
        }
        return address.substring(0, start + 1) + String.join("/", segments);
    }

    private static boolean looksLikeFile(String segment) {
        return segment.startsWith("cfg") && segment.length() <= 40 || segment.contains(".");
    }

    private static String shortened(String segment) {
        return segment.length() <= TOLD ? segment : segment.substring(0, TOLD) + "…";
    }
}
