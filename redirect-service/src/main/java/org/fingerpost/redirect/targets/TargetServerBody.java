package org.fingerpost.redirect.targets;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.secrets.SecretText;

/**
 * A target server as a provider sends it. What is left out is not told to phones, which then keep
 * what they have; {@code dhcpOverride} alone is told always.
 *
 * @param checkIntervalMinutes 60 to 86400, 0 to leave the phone's own
 * @param spreadInterval minutes by which a phone's own interval may differ, to either side
 * @param dhcpOverride 0, 1 or 2, as P145
 * @param settings P-values and their texts, in the order of the file
 */
record TargetServerBody(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 300) String configUrl,
        @NotBlank @Size(max = 300) String firmwareUrl,
        String configPrefix,
        String configPostfix,
        String firmwarePrefix,
        String firmwarePostfix,
        AutoUpgrade autoUpgrade,
        int checkIntervalMinutes,
        int spreadInterval,
        int dhcpOverride,
        @Schema(implementation = String.class) SecretText xmlPassword,
        @Schema(implementation = String.class) SecretText httpUser,
        @Schema(implementation = String.class) SecretText httpPassword,
        @Schema(implementation = Map.class) WishedSettings settings,
        boolean httpRedirect) {

    TargetServerBody {
        configPrefix = configPrefix == null ? "" : configPrefix;
        configPostfix = configPostfix == null ? "" : configPostfix;
        firmwarePrefix = firmwarePrefix == null ? "" : firmwarePrefix;
        firmwarePostfix = firmwarePostfix == null ? "" : firmwarePostfix;
        autoUpgrade = autoUpgrade == null ? AutoUpgrade.KEEP : autoUpgrade;
        xmlPassword = xmlPassword == null ? SecretText.NONE : xmlPassword;
        httpUser = httpUser == null ? SecretText.NONE : httpUser;
        httpPassword = httpPassword == null ? SecretText.NONE : httpPassword;
        settings = settings == null ? WishedSettings.NONE : settings;
    }

    TargetServers.Wish wish(HttpServerRequest request) {
        String calledAs = request.authority() == null ? "" : request.authority().toString();
        return new TargetServers.Wish(
                name.strip(),
                ServerUrl.parse(configUrl),
                ServerUrl.parse(firmwareUrl),
                calledAs,
                new Instructions(
                        new Affixes(configPrefix, configPostfix),
                        new Affixes(firmwarePrefix, firmwarePostfix),
                        new Checks(
                                autoUpgrade, checkIntervalMinutes, spreadInterval, SpreadKey.NONE),
                        dhcpOverride,
                        List.of(),
                        httpRedirect),
                clear());
    }

    private PValues clear() {
        PValues.Builder clear = PValues.builder();
        put(clear, Redirection.XML_PASSWORD, xmlPassword);
        put(clear, Redirection.HTTP_USER, httpUser);
        put(clear, Redirection.HTTP_PASSWORD, httpPassword);
        return clear.putAll(settings.values()).build();
    }

    private static void put(PValues.Builder clear, PValue p, SecretText text) {
        if (!text.value().isEmpty()) {
            clear.put(new Setting(p, text.value()));
        }
    }

    /** A wish may hold secrets. */
    @Override
    public String toString() {
        return "TargetServerBody[" + name + "]";
    }
}
