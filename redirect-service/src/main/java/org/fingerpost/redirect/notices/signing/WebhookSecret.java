package org.fingerpost.redirect.notices.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a provider and this service share, so that a receiver knows from whom a notice is.
 *
 * <pre>
 * secret    = "whsec_" base64( 24 to 64 bytes )
 * signature = "v1," base64( HMAC-SHA-256( bytes, id "." seconds "." body ) )
 * </pre>
 *
 * <p>That is how Standard Webhooks writes both, so receivers have libraries for it.
 */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int OURS = 32;

    private final byte[] bytes;

    WebhookSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static WebhookSecret make(SecureRandom random) {
        byte[] bytes = new byte[OURS];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /**
     * @throws IllegalArgumentException with a sentence that does not quote the text
     */
    public static WebhookSecret parse(String text) {
        if (text.startsWith(PREFIX)) {
            byte[] bytes = bytes(text.substring(PREFIX.length()));
            if (bytes.length >= SHORTEST && bytes.length <= LONGEST) {
                return new WebhookSecret(bytes);
            }
        }
        throw new IllegalArgumentException(
                "a webhook's secret is whsec_ and the base64 of 24 to 64 random bytes; leave it out"
                        + " and one is made");
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message may quote a part of the secret.
            return new byte[0];
        }
    }

    /**
     * The header {@code webhook-signature} of one delivery.
     *
     * @param id the event's id, in the header {@code webhook-id}
     * @param seconds since 1970, in the header {@code webhook-timestamp}
     */
    public String sign(String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes, HMAC));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** The text that the provider is shown once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
