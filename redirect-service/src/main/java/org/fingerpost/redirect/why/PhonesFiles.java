package org.fingerpost.redirect.why;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.answers.Answers;
import org.fingerpost.redirect.answers.Asker;
import org.fingerpost.redirect.answers.Rendered;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.SecretText;
import org.fingerpost.redirect.secrets.StoredSetting;

/**
 * The files with which a phone is redirected that does not say what it is and asks without TLS: so
 * there is no secret among the bytes.
 *
 * @param settings by P-value; those that are told over TLS only are masked
 */
record PhonesFiles(Map<String, String> settings, List<File> files) {
    private static final Asker ANYBODY = new Asker("", false, false);

    /**
     * @param hex the bytes, two digits each
     */
    record File(String name, int length, String etag, String hex) {
        static File of(String name, Rendered rendered) {
            return new File(
                    name,
                    rendered.bytes().length,
                    rendered.etag(),
                    HexFormat.of().formatHex(rendered.bytes()));
        }
    }

    static PhonesFiles of(Answers answers, TargetServer server, MacAddress mac) {
        Rendered binary = answers.binary(server, mac, ANYBODY);
        Map<String, String> settings = new LinkedHashMap<>();
        CfgBinary.decode(binary.bytes())
                .settings()
                .forEach(setting -> settings.put(setting.p().toString(), setting.value()));
        for (StoredSetting stored : server.instructions().settings()) {
            if (stored instanceof StoredSetting.Sealed) {
                settings.put(stored.p().toString(), SecretText.MASK);
            }
        }
        return new PhonesFiles(
                settings,
                List.of(
                        File.of("cfg" + mac, binary),
                        File.of("cfg" + mac + ".xml", answers.xml(server, mac, ANYBODY))));
    }
}
