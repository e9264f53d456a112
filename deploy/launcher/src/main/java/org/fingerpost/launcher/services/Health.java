package org.fingerpost.launcher.services;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What one of our programs says of itself. */
final class Health {
    private static final int PATIENCE_MILLIS = 2_000;

    private Health() {}

    static boolean ready(String url) {
        try {
            URI health = URI.create(url + "/q/health/ready");
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
