package org.fingerpost.config.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.secrets.TokenKey;
import org.fingerpost.door.sightings.Proof;
import org.fingerpost.formats.mac.MacAddress;

/**
 * Decides whether a caller may have a device's file. Nobody needs leave for a file without secrets.
 * To one with secrets the device's own token admits, and besides what the {@link AdmissionMode}
 * says; nothing else does. By TFTP no secret leaves, and no window is spent, but where the provider
 * has said so: there it is as over HTTP.
 */
@ApplicationScoped
class Admission {
    /** No device has had it. */
    private static final long NO_GENERATION = 0;

    private final SpentWindows spent;
    private final Clock clock;

    Admission(SpentWindows spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
    }

    /**
     * @param taking the file is about to be sent: a window that admits is spent by that
     */
    Verdict of(Assembled.OfDevice device, Window window, Shown shown, boolean taking) {
        // Both are asked for in every mode, so that the time taken tells of none.
        boolean byToken = shown.has(device.token());
        boolean byLogin = shown.has(device.login());
        Proof proof = proof(byToken, byLogin, shown.overTftp());
        if (!device.holdsSecret()) {
            return new Verdict.Admitted(proof);
        }
        if (shown.overTftp() && !device.secretsByTftp()) {
            return new Verdict.Refused();
        }
        if (byToken) {
            return new Verdict.Admitted(proof);
        }
        return switch (device.mode()) {
            case OPEN -> new Verdict.Admitted(proof);
            case TOKEN -> new Verdict.Refused();
            case BASIC -> byLogin ? new Verdict.Admitted(proof) : byWindow(window, taking);
            case WINDOW -> byWindow(window, taking);
        };
    }

    /** By TFTP a token lies open to whoever looks on: it shows nothing. */
    private static Proof proof(boolean byToken, boolean byLogin, boolean overTftp) {
        if (overTftp) {
            return Proof.NONE;
        }
        if (byToken) {
            return Proof.TOKEN;
        }
        return byLogin ? Proof.LOGIN : Proof.NONE;
    }

    /** Where there is no device: the same comparisons as where there is one, in vain. */
    void ofNobody(Optional<TokenKey> key, MacAddress mac, Shown shown) {
        key.ifPresent(proofs -> {
            shown.has(proofs.token(mac, NO_GENERATION));
            shown.has(proofs.login(mac, NO_GENERATION));
        });
    }

    private Verdict byWindow(Window window, boolean taking) {
        SpentWindows.Standing standing =
                taking
                        ? spent.take(window, clock.instant())
                        : spent.standing(window, clock.instant());
        return switch (standing) {
            case OPEN -> new Verdict.InWindow(window);
            case SENDING, UNSURE -> new Verdict.Later();
            case CLOSED -> new Verdict.Refused();
        };
    }
}
