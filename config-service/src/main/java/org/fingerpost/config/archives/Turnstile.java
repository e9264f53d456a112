package org.fingerpost.config.archives;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.problems.Problem;

/**
 * One passphrase at a time: each takes 64 MiB and a processor for half a second. A provider waits
 * here once, so that it cannot stand in the way of all others.
 */
@ApplicationScoped
class Turnstile {
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore one = new Semaphore(1, true);
    private final Set<Long> here = ConcurrentHashMap.newKeySet();

    /** Work that begins by making a key of a passphrase. */
    interface Opening<T> {
        T open(Passphrase passphrase) throws IOException;
    }

    /**
     * @throws Problem if the text is no passphrase, the provider is here already, or others go
     *     first for too long
     */
    <T> T pass(long provider, String text, Opening<T> opening) throws IOException {
        Passphrase passphrase = parsed(text);
        if (!here.add(provider)) {
            throw Problem.notNow("archives-busy", "another archive of yours is being opened");
        }
        try {
            return pass(passphrase, opening);
        } finally {
            here.remove(provider);
        }
    }

    private <T> T pass(Passphrase passphrase, Opening<T> opening) throws IOException {
        try {
            if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.notNow("archives-busy", "other archives are being opened");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.notNow("archives-busy", "the service is being stopped");
        }
        try {
            return opening.open(passphrase);
        } finally {
            one.release();
        }
    }

    private static Passphrase parsed(String text) {
        try {
            return Passphrase.of(text);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid("no-passphrase", wrong.getMessage()).with("field", "passphrase");
        }
    }
}
