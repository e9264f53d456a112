package org.fingerpost.launcher.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.PrivateFile;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * The deployment's own certificate authority. Phones and programs that shall believe our doors are
 * given {@code ca.pem}; it stays the same for ten years while the doors' certificate is renewed
 * below it.
 */
public final class Authority {
    private static final Duration ROOT_LIFE = Duration.ofDays(3_652);

    /** The longest that clients of the day accept. */
    private static final Duration SERVER_LIFE = Duration.ofDays(825);

    private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);

    /** A phone's clock may be behind ours. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final Home home;
    private final Clock clock;
    private final Issue issue;

    public Authority(Home home, Clock clock, SecureRandom random) {
        this.home = home;
        this.clock = clock;
        this.issue = new Issue(random);
    }

    /**
     * The doors' certificate for at least these hosts: the one that is there if it is good for
     * another month, else a new one.
     */
    public ServerCertificate serverCertificate(Collection<String> hosts) {
        Path folder = home.privateFolder("pki");
        ServerCertificate files = ServerCertificate.in(home);
        Set<String> wanted = new TreeSet<>(hosts);
        try {
            X509Certificate root = root(folder);
            if (!stillGood(files, root, wanted)) {
                renew(files, root, Pem.key(folder.resolve("ca.key")), wanted);
            }
            return files;
        } catch (GeneralSecurityException e) {
            throw new LaunchFailure(
                    "The certificates in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private X509Certificate root(Path folder) throws GeneralSecurityException {
        Path key = folder.resolve("ca.key");
        if (!Files.exists(home.caCertificate()) || !Files.exists(key)) {
            KeyPair keys = issue.keyPair();
            Instant now = clock.instant();
            X500Name name =
                    new X500Name("CN=Fingerpost CA " + Long.toHexString(now.getEpochSecond()));
            X509Certificate root =
                    issue.root(name, keys, now.minus(BACKDATED), now.plus(ROOT_LIFE));
            PrivateFile.write(key, Pem.of(keys.getPrivate()));
            PrivateFile.writeReadable(home.caCertificate(), Pem.of(root));
        }
        return Pem.certificate(home.caCertificate());
    }

    private void renew(
            ServerCertificate files, X509Certificate root, PrivateKey rootKey, Set<String> hosts)
            throws GeneralSecurityException {
        KeyPair keys = issue.keyPair();
        Instant now = clock.instant();
        Instant until =
                Collections.min(List.of(now.plus(SERVER_LIFE), root.getNotAfter().toInstant()));
        X509Certificate certificate =
                issue.server(
                        new X500Name("CN=Fingerpost"),
                        keys.getPublic(),
                        names(hosts),
                        root,
                        rootKey,
                        now.minus(BACKDATED),
                        until);
        PrivateFile.write(files.key(), Pem.of(keys.getPrivate()));
        PrivateFile.writeReadable(files.chain(), Pem.of(certificate) + Pem.of(root));
    }

    private boolean stillGood(ServerCertificate files, X509Certificate root, Set<String> wanted) {
        if (!Files.exists(files.chain()) || !Files.exists(files.key())) {
            return false;
        }
        try {
            X509Certificate present = Pem.certificate(files.chain());
            present.verify(root.getPublicKey());
            Instant end = present.getNotAfter().toInstant();
            return end.isAfter(clock.instant().plus(RENEW_BEFORE_END))
                    && hosts(present).containsAll(normalised(wanted));
        } catch (GeneralSecurityException foreignOrDamaged) {
            return false;
        }
    }

    private static Set<String> hosts(X509Certificate certificate)
            throws CertificateParsingException {
        return Optional.ofNullable(certificate.getSubjectAlternativeNames())
                .orElse(List.of())
                .stream()
                .map(entry -> entry.get(1).toString())
                .collect(Collectors.toSet());
    }

    private static Set<String> normalised(Set<String> hosts) {
        return hosts.stream()
                .map(host -> isAddress(host) ? address(host) : host)
                .collect(Collectors.toSet());
    }

    private static GeneralNames names(Set<String> hosts) {
        return new GeneralNames(
                hosts.stream()
                        .map(host ->
                                new GeneralName(
                                        isAddress(host)
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        host))
                        .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static String address(String literal) {
        try {
            return InetAddress.ofLiteral(literal).getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            throw new LaunchFailure(
                    "\"" + literal + "\" is neither a host name nor an IP address.", noAddress);
        }
    }

    /**
     * This machine's names, for a certificate: loopback in its three spellings, and the host name
     * if there is one.
     */
    public static Set<String> machineNames() {
        Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "::1"));
        try {
            String name = InetAddress.getLocalHost().getHostName();
            if (name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
                names.add(name);
            }
        } catch (IOException nameless) {
            // A machine without a resolvable name is reached by its address.
        }
        return names;
    }
}
