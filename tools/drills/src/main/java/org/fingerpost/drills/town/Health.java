package org.fingerpost.drills.town;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a process says of itself at {@code /q/health/live} or {@code ready}. */
public enum Health {
    WELL,
    ILL,
    /** Nobody answers. */
    SILENT;

    private static final int PATIENCE_MILLIS = 10_000;

    /** {@code question}: live or ready. */
    public static Health of(int port, String question) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + "/q/health/" + question);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? WELL : ILL;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return SILENT;
        }
    }
}
