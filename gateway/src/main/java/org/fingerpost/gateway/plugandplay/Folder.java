package org.fingerpost.gateway.plugandplay;

import java.util.regex.Pattern;

/**
 * The folder that phones are told: a URL that ends with a slash. It goes to whoever asks, so that
 * it holds no name, password or query.
 */
record Folder(String url) {
    private static final Pattern TELLABLE =
            Pattern.compile(
                    "(?:https?|tftp)://[A-Za-z0-9.-]{1,100}(?::\\d{1,5})?/(?:[A-Za-z0-9._~-]+/)*");
    private static final int LONGEST = 200;

    Folder {
        if (url.length() > LONGEST || !TELLABLE.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "fingerpost.plug-and-play.url is http://, https:// or tftp://, a host, and"
                            + " folders with a slash at the end, no more than "
                            + LONGEST
                            + " characters; no name and password: everybody is told it");
        }
    }
}
