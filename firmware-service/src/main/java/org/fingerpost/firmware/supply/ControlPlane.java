package org.fingerpost.firmware.supply;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.shelf.BlobSource;

/** The control plane as a door asks it for blobs. */
public final class ControlPlane implements BlobSource {
    private static final String SETTING = "fingerpost.firmware.doors.";
    private static final int CONNECT_MILLIS = 3_000;

    /** For one read: a source that stands still gives its place to another errand. */
    private static final int READ_MILLIS = 30_000;

    private final URI address;
    private final DoorSecret secret;
    private final Optional<SSLSocketFactory> trusting;

    private ControlPlane(URI address, DoorSecret secret, Optional<SSLSocketFactory> trusting) {
        this.address = address;
        this.secret = secret;
        this.trusting = trusting;
    }

    /**
     * The one that the settings name, if they do.
     *
     * @throws IllegalStateException with a sentence, if they are wrong
     */
    public static Optional<ControlPlane> of(DoorsSettings settings) {
        return settings.source()
                .map(address ->
                        new ControlPlane(
                                checked(address),
                                settings.secretFile()
                                        .map(DoorSecret::read)
                                        .orElseThrow(() -> wrong("secret-file", "is not set")),
                                settings.caFile().map(ControlPlane::trusting)));
    }

    @Override
    public InputStream open(Digest digest, long size) throws IOException {
        URI blob = address.resolve(BlobRoute.DIRECTORY + digest.hex() + "?size=" + size);
        HttpURLConnection asked = (HttpURLConnection) blob.toURL().openConnection();
        if (asked instanceof HttpsURLConnection secure) {
            trusting.ifPresent(secure::setSSLSocketFactory);
        }
        asked.setInstanceFollowRedirects(false);
        asked.setConnectTimeout(CONNECT_MILLIS);
        asked.setReadTimeout(READ_MILLIS);
        asked.setUseCaches(false);
        asked.setRequestProperty("Authorization", secret.header());
        int status = asked.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            asked.disconnect();
            throw new IOException(meaning(status));
        }
        return asked.getInputStream();
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401 -> "the control plane does not take this door's secret";
            case 404 -> "the control plane does not have it";
            case 503 -> "the control plane does not have it yet";
            default -> "the control plane answered with status " + status;
        };
    }

    private static URI checked(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        boolean bare = address.getPath().isEmpty() || address.getPath().equals("/");
        if (!web || !bare || address.getHost() == null || address.getUserInfo() != null) {
            throw wrong("source", "is an address without a path, such as https://f.example.com");
        }
        return address.resolve("/");
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("ca-file", "cannot be read as certificates in PEM: " + file);
        }
    }

    private static IllegalStateException wrong(String setting, String why) {
        return new IllegalStateException(SETTING + setting + " " + why);
    }
}
