package org.fingerpost.redirect.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.catalogue.Catalogue;
import org.fingerpost.formats.catalogue.Finding;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.secrets.Vault;

/** Where a provider wants its phones sent, and what else it wants them told. */
public record TargetServer(
        long id,
        long provider,
        String name,
        ServerUrl configUrl,
        ServerUrl firmwareUrl,
        Instructions instructions) {
    /** First-generation phones keep no more of P237 and P192. */
    private static final int OLD_PHONES_KEEP = 60;

    /** The two addresses alone. */
    public TargetServer(
            long id, long provider, String name, ServerUrl configUrl, ServerUrl firmwareUrl) {
        this(id, provider, name, configUrl, firmwareUrl, Instructions.NONE);
    }

    /** What will work for most phones and surprise some. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (configUrl.scheme() != firmwareUrl.scheme()) {
            warnings.add(
                    "configUrl and firmwareUrl have different schemes: first-generation families"
                            + " obey P212 for both, so they will ask the firmware server by "
                            + configUrl.scheme());
        }
        warnIfLong(warnings, "configUrl (P237)", configUrl);
        warnIfLong(warnings, "firmwareUrl (P192)", firmwareUrl);
        warnOfInstructions(warnings);
        catalogueFindings().forEach(finding -> warnings.add(finding.sentence()));
        return warnings;
    }

    private void warnOfInstructions(List<String> warnings) {
        AutoUpgrade wanted = instructions.checks().autoUpgrade();
        if (wanted == AutoUpgrade.DAILY || wanted == AutoUpgrade.WEEKLY) {
            warnings.add(
                    "autoUpgrade "
                            + wanted.word()
                            + ": families that know intervals only, and phones that do not say"
                            + " what they are, are told an interval of "
                            + wanted.minutes()
                            + " minutes");
        }
        if (instructions.dhcpOverride() == 2) {
            warnings.add("dhcpOverride 2: families whose P145 has no 2 are told 1");
        }
        if (instructions.holdSecrets()) {
            warnings.add(
                    "secrets are told over TLS only, and there to anyone who asks for a MAC address"
                            + " of yours: give away nothing that opens more than a phone's first"
                            + " file");
        }
        if (instructions.httpRedirect()) {
            warnings.add(
                    "httpRedirect: most phones do not follow an HTTP redirect dependably, and none"
                            + " is told anything else");
        }
    }

    private List<Finding> catalogueFindings() {
        List<NumberedSetting> numbered = new ArrayList<>();
        for (Setting setting : Vault.plain(instructions.settings())) {
            numbered.add(new NumberedSetting(numbered.size() + 1, setting));
        }
        return Catalogue.standard().check(numbered, Optional.empty());
    }

    private static void warnIfLong(List<String> warnings, String what, ServerUrl url) {
        if (url.told().length() > OLD_PHONES_KEEP) {
            warnings.add(
                    what
                            + " has "
                            + url.told().length()
                            + " characters: old phones keep "
                            + OLD_PHONES_KEEP);
        }
    }
}
