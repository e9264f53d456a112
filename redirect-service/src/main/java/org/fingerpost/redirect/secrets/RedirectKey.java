package org.fingerpost.redirect.secrets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.fingerpost.formats.pvalue.Setting;

/**
 * The key under which the secrets of target servers and of dialects are sealed. It is a file at
 * every redirect door and nowhere else, and it is not the master key: these doors stand farthest
 * outside, and whoever takes one must not be able to open what config-service keeps.
 */
public final class RedirectKey {
    private static final int ID_BYTES = 4;

    private final SealingKey key;
    private final String id;

    private RedirectKey(byte[] bytes) {
        this.key = SealingKey.derived(bytes, "fingerpost/redirect/seal-settings/v1");
        this.id =
                HexFormat.of()
                        .formatHex(
                                SealingKey.hmac(bytes, "fingerpost/redirect/key-id/v1"),
                                0,
                                ID_BYTES);
    }

    /**
     * The key from its {@linkplain KeyFile file}.
     *
     * @throws IllegalStateException with a sentence that does not quote the file, if it holds none
     */
    public static RedirectKey read(Path file) {
        return new RedirectKey(KeyFile.read(file));
    }

    /** The setting, sealed so that it opens for this target server only. */
    public StoredSetting.Sealed seal(Setting setting, long targetServer, SecureRandom random) {
        SealedText box =
                seal(setting.value(), context(setting.p().toString(), targetServer), random);
        return new StoredSetting.Sealed(setting.p(), box.keyId(), box.nonce(), box.ciphertext());
    }

    /** The setting in clear; nothing if it was sealed under another key or for another server. */
    public Optional<Setting> open(StoredSetting.Sealed sealed, long targetServer) {
        SealedText box = new SealedText(sealed.keyId(), sealed.nonce(), sealed.ciphertext());
        return open(box, context(sealed.p().toString(), targetServer))
                .map(text -> new Setting(sealed.p(), text));
    }

    /** The text, sealed so that it opens in the same context only. */
    SealedText seal(String text, String context, SecureRandom random) {
        SealingKey.Box box = key.seal(text.getBytes(StandardCharsets.UTF_8), context, random);
        return new SealedText(id, box.nonce(), box.ciphertext());
    }

    /** The text in clear; nothing if it was sealed under another key or in another context. */
    Optional<String> open(SealedText sealed, String context) {
        if (!sealed.keyId().equals(id)) {
            return Optional.empty();
        }
        return key.open(new SealingKey.Box(sealed.nonce(), sealed.ciphertext()), context)
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RedirectKey[" + id + "]";
    }

    private static String context(String p, long targetServer) {
        return "target/" + targetServer + "|" + p;
    }
}
