package org.fingerpost.cli.storm.fleet;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.wire.Trust;

/** Waits until a door has a file. Asks for its head only, by which nothing is spent. */
final class Knock {
    private static final int TRIES = 600;
    private static final int PATIENCE_MILLIS = 10_000;

    private Knock() {}

    static void until(Trust trust, Address file) {
        String last = "no answer";
        for (int i = 0; i < TRIES; i++) {
            try {
                int status = status(trust, file);
                if (status == 200) {
                    return;
                }
                last = "status " + status;
            } catch (IOException e) {
                last = e.getMessage();
            }
            Pause.of(Duration.ofMillis(200));
        }
        throw new Complaint("the door does not come to know " + file.veiled() + ": " + last);
    }

    private static int status(Trust trust, Address file) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(file.url()).toURL().openConnection();
        if (call instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trust.sockets());
        }
        call.setRequestMethod("HEAD");
        call.setConnectTimeout(PATIENCE_MILLIS);
        call.setReadTimeout(PATIENCE_MILLIS);
        call.setRequestProperty("User-Agent", "Grandstream Model HW GXP2160 SW 1.0.11.39");
        return call.getResponseCode();
    }
}
