package org.fingerpost.redirect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.FamilyClass;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectionTest {
    @Test
    void everythingIsToldInOneOrder() {
        TargetServer server =
                server(
                        new Instructions(
                                new Affixes("a", "b"),
                                new Affixes("c", "d"),
                                checks(AutoUpgrade.INTERVAL, 1440),
                                0,
                                List.of(),
                                false));

        PValues told =
                Redirection.of(
                        server,
                        FamilyClass.of("HT801"),
                        false,
                        1440,
                        PValues.of(Setting.of("P30", "ntp.example")));

        assertThat(told)
                .hasToString(
                        "[P212=2, P237=a.example/p, P6767=0, P192=b.example:6969/f, P145=0,"
                                + " P234=a, P235=b, P232=c, P233=d, P194=3, P193=1440,"
                                + " P30=ntp.example]");
    }

    /** Daily is an interval of a day where nothing else is known. */
    @ParameterizedTest
    @CsvSource({
        "GXP2160, never, 'P194=0, P193=600'",
        "GXP2160, interval, 'P194=1, P193=600'",
        "GXP2160, daily, 'P194=2, P193=600'",
        "GXP2160, keep, P193=600",
        "HT801, interval, 'P194=3, P193=600'",
        "HT801, daily, 'P194=1, P193=600'",
        "HT802V2, interval, 'P22296=1, P193=600'",
        "GXP2000, interval, 'P194=1, P193=600'",
        "GXP2000, daily, 'P194=1, P193=1440'",
        "GXP2000, weekly, 'P194=1, P193=10080'",
        "'', never, 'P194=0, P193=600'",
        "'', interval, 'P194=1, P193=600'",
        "'', daily, 'P194=1, P193=1440'",
        "HT287, daily, P194=1",
        "HT287, interval, P194=1",
    })
    void aFamilyIsToldInItsOwnNumbers(String model, String wanted, String told) {
        TargetServer server = server(Instructions.NONE.with(checks(AutoUpgrade.of(wanted), 600)));

        assertThat(told(server, model)).endsWith("P145=0, " + told + "]");
    }

    @ParameterizedTest
    @CsvSource({"GRP2614, 2", "GXP2160, 1", "'', 1"})
    void aPhoneIsToldToFallBackOnlyIfItsFamilyCan(String model, String p145) {
        TargetServer server =
                server(
                        new Instructions(
                                Affixes.NONE, Affixes.NONE, Checks.KEEP, 2, List.of(), false));

        assertThat(told(server, model)).contains("P145=" + p145);
    }

    @ParameterizedTest
    @ValueSource(ints = {212, 237, 6767, 192, 145, 232, 233, 234, 235, 193, 194, 22296, 1359, 1361})
    void whatTheTargetServerHasAWordForIsNoFurtherSetting(int p) {
        assertThat(Redirection.decides(new PValue(p))).isTrue();
        assertThat(Redirection.decides(new PValue(30))).isFalse();
    }

    private static String told(TargetServer server, String model) {
        int minutes = server.instructions().checks().intervalMinutes();
        return Redirection.of(server, FamilyClass.of(model), false, minutes, PValues.none())
                .toString();
    }

    private static Checks checks(AutoUpgrade wanted, int minutes) {
        return new Checks(wanted, minutes, 0, SpreadKey.NONE);
    }

    private static TargetServer server(Instructions instructions) {
        return new TargetServer(
                5,
                1,
                "main",
                ServerUrl.parse("https://a.example/p"),
                ServerUrl.parse("tftp://b.example:6969/f"),
                instructions);
    }
}
