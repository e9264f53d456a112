package org.fingerpost.redirect.notices.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals webhooks' secrets with AES-256-GCM, bound to their provider, under a key derived from the
 * redirect key. Without that key nothing can be kept here, and no webhook be set.
 */
@Singleton
public class SecretSafe {
    private static final String SETTING = "fingerpost.redirect.key-file";

    /** Apart from whatever else the redirect key seals. */
    private static final String LABEL = "fingerpost/redirect/seal-webhook-secrets/v1";

    private static final String HMAC = "HmacSHA256";
    private static final int DIGITS = 64;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Optional<SecretKeySpec> key;
    private final SecureRandom random;

    /** A file that holds no key is refused with a sentence that does not quote it. */
    @Inject
    SecretSafe(@ConfigProperty(name = SETTING) Optional<Path> file, SecureRandom random) {
        this.key = file.map(SecretSafe::read);
        this.random = random;
    }

    /** Makes this at the start, so that a wrong file stops it. */
    void check(@Observes StartupEvent event) {
        // The constructor has read the file.
    }

    public boolean hasKey() {
        return key.isPresent();
    }

    /**
     * @throws IllegalStateException if there is no key
     */
    public SealedSecret seal(WebhookSecret secret, long provider) {
        SecretKeySpec own =
                key.orElseThrow(() -> new IllegalStateException(SETTING + " is not set"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, own, nonce, provider);
            return new SealedSecret(nonce, cipher.doFinal(secret.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The secret; nothing if there is no key, or another, or it was another provider's. */
    public Optional<WebhookSecret> open(SealedSecret sealed, long provider) {
        return key.flatMap(own -> open(own, sealed, provider));
    }

    private static Optional<WebhookSecret> open(
            SecretKeySpec own, SealedSecret sealed, long provider) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, own, sealed.nonce(), provider);
            return Optional.of(new WebhookSecret(cipher.doFinal(sealed.ciphertext())));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, long provider)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("webhook/" + provider).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKeySpec read(Path file) {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + file, e);
        }
        try {
            if (text.length() == DIGITS) {
                return derived(HexFormat.of().parseHex(text));
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the text, which may be most of a key.
        }
        throw new IllegalStateException(
                SETTING + ": " + file + " must hold " + DIGITS + " hex digits (32 random bytes)");
    }

    private static SecretKeySpec derived(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return new SecretKeySpec(mac.doFinal(LABEL.getBytes(StandardCharsets.US_ASCII)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
