package org.fingerpost.redirect.notices.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a provider wants its notices sent, and how it went lately. Its secret is not here.
 *
 * @param failures tries that failed since the last one that did not
 * @param lastAnswer in a few words; empty before the first try
 */
public record Webhook(
        long provider,
        URI url,
        Instant setAt,
        int failures,
        Instant nextTryAt,
        Optional<Instant> lastTryAt,
        String lastAnswer) {
    private static final int LONGEST = 500;

    /**
     * Reads {@code http[s]://host[:port][/path][?query]}.
     *
     * @throws IllegalArgumentException with a sentence that does not quote what may be a password
     */
    public static URI parseUrl(String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refusal("it is no URL");
        }
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")
                || url.getHost() == null) {
            throw refusal("it is written http[s]://host[:port][/path]");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refusal("it has no user and no fragment: notices are signed instead");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw refusal("a port is 1 to 65535");
        }
        if (text.length() > LONGEST || !text.strip().chars().allMatch(c -> c > 32 && c < 127)) {
            throw refusal("it has at most " + LONGEST + " characters, all printable ASCII");
        }
        return url;
    }

    private static IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException("this is no address for a webhook: " + why);
    }
}
