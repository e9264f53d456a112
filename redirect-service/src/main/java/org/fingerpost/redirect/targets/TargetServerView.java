package org.fingerpost.redirect.targets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.SecretText;
import org.fingerpost.redirect.secrets.StoredSetting;

/**
 * A target server as it is shown, and as it may be sent back: secrets are masked.
 *
 * @param warnings what will work for most phones and surprise some
 */
record TargetServerView(
        long id,
        long providerId,
        String name,
        String configUrl,
        String firmwareUrl,
        String configPrefix,
        String configPostfix,
        String firmwarePrefix,
        String firmwarePostfix,
        AutoUpgrade autoUpgrade,
        int checkIntervalMinutes,
        int spreadInterval,
        int dhcpOverride,
        String xmlPassword,
        String httpUser,
        String httpPassword,
        Map<String, String> settings,
        boolean httpRedirect,
        List<String> warnings) {

    static TargetServerView of(TargetServer server) {
        Instructions said = server.instructions();
        return new TargetServerView(
                server.id(),
                server.provider(),
                server.name(),
                server.configUrl().toString(),
                server.firmwareUrl().toString(),
                said.configNames().prefix(),
                said.configNames().postfix(),
                said.firmwareNames().prefix(),
                said.firmwareNames().postfix(),
                said.checks().autoUpgrade(),
                said.checks().intervalMinutes(),
                said.checks().spreadMinutes(),
                said.dhcpOverride(),
                masked(said, Redirection.XML_PASSWORD),
                masked(said, Redirection.HTTP_USER),
                masked(said, Redirection.HTTP_PASSWORD),
                furtherSettings(said),
                said.httpRedirect(),
                server.warnings());
    }

    private static String masked(Instructions said, PValue p) {
        boolean there = said.settings().stream().anyMatch(stored -> stored.p().equals(p));
        return there ? SecretText.MASK : "";
    }

    private static Map<String, String> furtherSettings(Instructions said) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (StoredSetting stored : said.settings()) {
            if (!Redirection.decides(stored.p())) {
                shown.put(stored.p().toString(), text(stored));
            }
        }
        return shown;
    }

    private static String text(StoredSetting stored) {
        return switch (stored) {
            case StoredSetting.Plain plain -> plain.value();
            case StoredSetting.Sealed sealed -> SecretText.MASK;
        };
    }
}
