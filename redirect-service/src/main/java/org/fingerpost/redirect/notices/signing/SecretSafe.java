package org.fingerpost.redirect.notices.signing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.redirect.secrets.KeyFile;
import org.fingerpost.redirect.secrets.SealingKey;

/**
 * Seals webhooks' secrets, bound to their provider, under a key derived from the redirect key.
 * Without that key nothing can be kept here, and no webhook be set.
 */
@Singleton
public class SecretSafe {
    private static final String LABEL = "fingerpost/redirect/seal-webhook-secrets/v1";

    private final Optional<SealingKey> key;
    private final SecureRandom random;

    /** A file that holds no key is refused with a sentence that does not quote it. */
    @Inject
    SecretSafe(@ConfigProperty(name = KeyFile.SETTING) Optional<Path> file, SecureRandom random) {
        this.key = file.map(path -> KeyFile.derive(path, LABEL));
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
        SealingKey own =
                key.orElseThrow(() -> new IllegalStateException(KeyFile.SETTING + " is not set"));
        SealingKey.Box box = own.seal(secret.bytes(), context(provider), random);
        return new SealedSecret(box.nonce(), box.ciphertext());
    }

    /** The secret; nothing if there is no key, or another, or it was another provider's. */
    public Optional<WebhookSecret> open(SealedSecret sealed, long provider) {
        return key.flatMap(own ->
                        own.open(
                                new SealingKey.Box(sealed.nonce(), sealed.ciphertext()),
                                context(provider)))
                .map(WebhookSecret::new);
    }

    private static String context(long provider) {
        return "webhook/" + provider;
    }
}
