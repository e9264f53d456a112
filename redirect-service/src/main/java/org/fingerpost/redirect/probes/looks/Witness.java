package org.fingerpost.redirect.probes.looks;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes every server, and notes what others would have said to its certificates. */
final class Witness extends X509ExtendedTrustManager {
    private List<X509Certificate> chain = List.of();
    private boolean named;
    private boolean known;

    /** As the server sent it, its own first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** True if the certificate is for the name that was asked for. */
    boolean isNamed() {
        return named;
    }

    /** True if the chain leads, by what was sent alone, to an authority that Java knows. */
    boolean isKnown() {
        return known;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind, Socket socket) {
        chain = List.of(sent);
        // Whoever trusts this one certificate asks for nothing more than its name.
        named = passes(() -> trusting(Optional.of(sent[0])).checkServerTrusted(sent, kind, socket));
        known = passes(() -> trusting(Optional.empty()).checkServerTrusted(sent, kind));
    }

    private interface Check {
        void run() throws GeneralSecurityException;
    }

    private static boolean passes(Check check) {
        try {
            check.run();
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** Java's own list of authorities, or this one certificate. */
    private static X509ExtendedTrustManager trusting(Optional<X509Certificate> only)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(only.isPresent() ? holding(only.get()) : (KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new CertificateException("this Java has no X.509");
    }

    private static KeyStore holding(X509Certificate certificate) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        store.setCertificateEntry("it", certificate);
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("asked through sockets only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String kind)
            throws CertificateException {
        throw new CertificateException("asked through sockets only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind)
            throws CertificateException {
        throw new CertificateException("no client is asked for");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind, Socket socket)
            throws CertificateException {
        throw new CertificateException("no client is asked for");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String kind, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("no client is asked for");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
