package org.fingerpost.launcher.trust;

import java.nio.file.Path;
import org.fingerpost.launcher.home.Home;

/** Two PEM files: the doors' certificate followed by its authority's, and the private key. */
public record ServerCertificate(Path chain, Path key) {
    /** Where they lie, made or not. */
    public static ServerCertificate in(Home home) {
        Path folder = home.path().resolve("pki");
        return new ServerCertificate(folder.resolve("server.pem"), folder.resolve("server.key"));
    }
}
