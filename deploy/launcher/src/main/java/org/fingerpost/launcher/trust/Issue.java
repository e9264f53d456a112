package org.fingerpost.launcher.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys (EC, P-256) and certificates (RFC 5280), signed with ECDSA and SHA-256. */
final class Issue {
    private final SecureRandom random;

    Issue(SecureRandom random) {
        this.random = random;
    }

    KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** A root that may sign end certificates and no further authorities. */
    X509Certificate root(X500Name name, KeyPair keys, Instant from, Instant until)
            throws GeneralSecurityException {
        return sign(
                name,
                name,
                keys.getPublic(),
                keys.getPrivate(),
                from,
                until,
                (builder, marks) -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                    builder.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            marks.createSubjectKeyIdentifier(keys.getPublic()));
                });
    }

    X509Certificate server(
            X500Name name,
            PublicKey key,
            GeneralNames hosts,
            X509Certificate root,
            PrivateKey rootKey,
            Instant from,
            Instant until)
            throws GeneralSecurityException {
        X500Name issuer = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        return sign(
                issuer,
                name,
                key,
                rootKey,
                from,
                until,
                (builder, marks) -> {
                    builder.addExtension(
                            Extension.basicConstraints, true, new BasicConstraints(false));
                    builder.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                    builder.addExtension(Extension.subjectAlternativeName, false, hosts);
                    builder.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            marks.createSubjectKeyIdentifier(key));
                    builder.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            marks.createAuthorityKeyIdentifier(root));
                });
    }

    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder, JcaX509ExtensionUtils marks)
                throws IOException, GeneralSecurityException;
    }

    private X509Certificate sign(
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            PrivateKey signer,
            Instant from,
            Instant until,
            Extensions extensions)
            throws GeneralSecurityException {
        try {
            // 127 random bits: positive, and never the same twice (RFC 5280, 4.1.2.2)
            BigInteger serial = new BigInteger(127, random).setBit(126);
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer, serial, Date.from(from), Date.from(until), subject, key);
            extensions.addTo(builder, new JcaX509ExtensionUtils());
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
