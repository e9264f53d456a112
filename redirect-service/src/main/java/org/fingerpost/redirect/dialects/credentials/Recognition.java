package org.fingerpost.redirect.dialects.credentials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.secrets.SealedText;
import org.fingerpost.redirect.secrets.Vault;

/**
 * Whose program is this? A name that nobody has is treated as one with a secret that nobody knows:
 * the same steps and the same answer as for a wrong secret.
 */
@ApplicationScoped
public class Recognition {
    private static final String HMAC = "HmacSHA1";

    private final CredentialRows rows;
    private final Vault vault;
    private final String nobodysName;
    private final DialectSecret nobodysSecret;
    private final Optional<SealedText> nobodysBox;

    Recognition(CredentialRows rows, Vault vault, SecureRandom random) {
        this.rows = rows;
        this.vault = vault;
        this.nobodysName = DialectSecret.word(random, DialectCredentials.NAME);
        this.nobodysSecret = DialectSecret.make(random);
        this.nobodysBox =
                vault.hasKey()
                        ? Optional.of(
                                vault.seal(
                                        nobodysSecret.reveal(),
                                        DialectCredentials.context(nobodysName)))
                        : Optional.empty();
    }

    /**
     * Who signed this with GAPS' key.
     *
     * @param signature HMAC-SHA1 of the message, as it was sent
     */
    @Transactional
    public Optional<Speaker> whoSigned(String cid, byte[] message, byte[] signature) {
        Optional<CredentialRow> row = rows.named(Dialect.GAPS, asked(cid));
        Optional<SealedText> box = row.map(CredentialRow::sealed).or(() -> nobodysBox);
        String name = row.isPresent() ? cid : nobodysName;
        Optional<String> key =
                box.flatMap(sealed -> vault.open(sealed, DialectCredentials.context(name)));
        byte[] right = hmac(key.orElseGet(nobodysSecret::reveal), message);
        boolean same = MessageDigest.isEqual(right, signature);
        return row.filter(_ -> same && key.isPresent()).map(Recognition::speaker);
    }

    /** Who has this name and this password. */
    @Transactional
    public Optional<Speaker> whoKnows(String user, String password) {
        Optional<CredentialRow> row = rows.named(Dialect.XMLRPC, asked(user));
        byte[] right =
                row.map(found -> found.digest)
                        .orElseGet(() -> DialectSecret.digest(nobodysSecret.reveal()));
        boolean same = MessageDigest.isEqual(right, DialectSecret.digest(password));
        return row.filter(_ -> same).map(Recognition::speaker);
    }

    /** A name that was never drawn may be long, or hold what the database cannot. */
    private String asked(String name) {
        return DialectSecret.isWord(name, DialectCredentials.NAME) ? name : nobodysName;
    }

    private static Speaker speaker(CredentialRow row) {
        return new Speaker(
                row.id,
                new Caller.OfProvider(row.providerId),
                Optional.ofNullable(row.targetServerId));
    }

    static byte[] hmac(String key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA1", e);
        }
    }
}
