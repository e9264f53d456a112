package org.fingerpost.config.archives;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fingerpost.envelope.Passphrase;
import org.fingerpost.problems.Problem;

/** One passphrase at a time: each takes 64 MiB and a processor for half a second. */
@ApplicationScoped
class Turnstile {
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore one = new Semaphore(1, true);

    /** Work that begins by making a key of a passphrase. */
    interface Opening<T> {
        T open(Passphrase passphrase) throws IOException;
    }

    /**
     * @throws Problem if the text is no passphrase, or others go first for too long
     */
    <T> T pass(String text, Opening<T> opening) throws IOException {
        Passphrase passphrase = parsed(text);
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
