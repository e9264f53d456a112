package org.fingerpost.redirect.secrets;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/** Seals and opens the secrets of target servers and of dialects, if this service has a key. */
public final class Vault {
    /** Not listed as a secret, since it names somebody only; together with P1361 it admits. */
    private static final PValue USER = new PValue(1360);

    private final Optional<RedirectKey> key;
    private final SecureRandom random;

    public Vault(Optional<RedirectKey> key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** True if the P-value's setting is kept sealed and told over TLS only. */
    public static boolean guards(PValue p) {
        return p.isSecret() || p.equals(USER);
    }

    public boolean hasKey() {
        return key.isPresent();
    }

    /**
     * The setting as it is kept.
     *
     * @throws IllegalStateException if it is to be sealed and there is no key
     */
    public StoredSetting store(Setting setting, long targetServer) {
        return guards(setting.p())
                ? key.orElseThrow(() -> new IllegalStateException("there is no redirect key"))
                        .seal(setting, targetServer, random)
                : new StoredSetting.Plain(setting.p(), setting.value());
    }

    /** The setting in clear; nothing if this service cannot open it. */
    public Optional<Setting> open(StoredSetting stored, long targetServer) {
        return switch (stored) {
            case StoredSetting.Plain(PValue p, String value) -> Optional.of(new Setting(p, value));
            case StoredSetting.Sealed sealed -> key.flatMap(own -> own.open(sealed, targetServer));
        };
    }

    /**
     * A secret that belongs to no target server.
     *
     * @param context names what it belongs to, and no other thing: {@code gaps/cid}
     * @throws IllegalStateException if there is no key
     */
    public SealedText seal(String text, String context) {
        return key.orElseThrow(() -> new IllegalStateException("there is no redirect key"))
                .seal(text, context, random);
    }

    /** The secret in clear; nothing if this service cannot open it, or it is of another context. */
    public Optional<String> open(SealedText sealed, String context) {
        return key.flatMap(own -> own.open(sealed, context));
    }

    /** Those that are no secrets, in their order. */
    public static PValues plain(List<StoredSetting> settings) {
        PValues.Builder plain = PValues.builder();
        for (StoredSetting setting : settings) {
            if (setting instanceof StoredSetting.Plain(PValue p, String value)) {
                plain.put(new Setting(p, value));
            }
        }
        return plain.build();
    }
}
