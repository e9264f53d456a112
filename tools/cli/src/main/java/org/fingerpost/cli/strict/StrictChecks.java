package org.fingerpost.cli.strict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.walk.Walk;

/** All checks by name. */
public final class StrictChecks {
    private static final Map<String, Check> ALL = all();

    private StrictChecks() {}

    public static List<Finding> over(Walk walk) {
        return ALL.entrySet().stream()
                .flatMap(check ->
                        check.getValue()
                                .sentences(walk)
                                .distinct()
                                .map(said -> new Finding(check.getKey(), said)))
                .toList();
    }

    private static Map<String, Check> all() {
        var checks = new LinkedHashMap<String, Check>();
        checks.put("xml-password-number", ValueChecks::p1349);
        checks.put("sealed-with-md5", FileChecks::sealThatDoesNotOpen);
        checks.put("http-redirect", AnswerChecks::redirects);
        checks.put("https-bounce", AnswerChecks::bouncesToHttps);
        checks.put("framing", AnswerChecks::framing);
        checks.put("redirect-in-both", RedirectChecks::missingInOne);
        checks.put("secret-at-redirect", RedirectChecks::secrets);
        checks.put("upgrade-number", ValueChecks::upgradeNumber);
        checks.put("firmware-scheme", ValueChecks::firmwareScheme);
        checks.put("plus-for-space", FileChecks::plus);
        checks.put("unescaped", FileChecks::unescaped);
        checks.put("gnkey-last", FileChecks::gnkey);
        checks.put("even-size", FileChecks::oddSize);
        checks.put("word-count", FileChecks::tooManyWords);
        checks.put("mac", FileChecks::mac);
        return checks;
    }
}
