package org.fingerpost.config.imports.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Device lists as spreadsheets save them, and as nobody should. */
class DeviceListTest extends ListSample {
    @Test
    void aRowIsAPhoneAModelAndSettingsInTheOrderOfTheColumns() throws IOException {
        ListedDevice device =
                read("P47, Model ,MAC,P34\nsip.example, GXP2160 , 000b82123456 ,a b\n");

        assertThat(device.mac()).isEqualTo(MacAddress.parse("000b82123456"));
        assertThat(device.wish().model()).isEqualTo("GXP2160");
        assertThat(device.wish().settings().values())
                .isEqualTo(PValues.builder().put("P47", "sip.example").put("P34", "a b").build());
    }

    @Test
    void anEmptyCellIsNoSettingAndAnEmptyHoleIsTheEmptyOne() throws IOException {
        assertThat(
                        read("mac;model;P47;P34;P3\n000b82123456;GXP2160;;${};x")
                                .wish()
                                .settings()
                                .values())
                .isEqualTo(PValues.builder().put("P34", "").put("P3", "x").build());
    }

    @Test
    void aRowNamesItsGroupItsVariablesAndItsAccounts() throws IOException {
        WishedDevice wish =
                read("""
                mac,model,Group,variables.ext,accounts.2.P47,variables.Ext,accounts.1.P35,P3
                000b82123456,GXP2160, berlin ,2001,b.example,${},2001,Anna
                """)
                        .wish();

        assertThat(wish.group()).contains("berlin");
        assertThat(wish.variables().values()).isEqualTo(Map.of("ext", "2001", "Ext", ""));
        assertThat(wish.accounts())
                .isEqualTo(
                        Map.of(
                                1, settings("P35", "2001"),
                                2, settings("P47", "b.example")));
        assertThat(wish.settings()).isEqualTo(settings("P3", "Anna"));
        WishedDevice empty = read("mac,model,group,variables.a\n000b82123456,GXP2160,,\n").wish();
        assertThat(empty.group()).isEmpty();
        assertThat(empty.variables().values()).isEmpty();
    }

    @Test
    void whatNoGroupIsCalledIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> read("mac,model,group\n000b82123456,GXP2160,hunter2 secret\n"))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.type()).isEqualTo("no-such-group"))
                .message()
                .doesNotContain("hunter2");
    }

    private static WishedSettings settings(String p, String value) {
        return new WishedSettings(PValues.builder().put(p, value).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "000b82123456,GXP2160,hunter2-secret,x\n",
                "mac,P47\n",
                "model,P47\n",
                "mac,model,mac\n",
                "mac,model,P47,P47\n",
                "mac,model,group,Group\n",
                "mac,model,account.1.user\n",
                "mac,model,accounts.1.user\n",
                "mac,model,accounts.0.P47\n",
                "mac,model,accounts.65.P47\n",
                "mac,model,variables.\n",
                "mac,model,variables.a b\n",
                "mac,model,variables.a,variables.a\n",
                "mac,model,P047\n",
                "mac,model,p47\n",
                "mac,model,\n",
                "mac model P47\n",
            })
    void whatIsNoHeaderIsRefusedWithASentence(String header) {
        assertThatThrownBy(() -> read(header + "000b82123456,GXP2160,a,b"))
                .isInstanceOf(Problem.class)
                .message()
                .containsAnyOf("names the columns", "there twice", "accounts.NUMBER.P-value; ")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "000b82123456,GXP2160,a | wrong-columns | 3 cells",
                "000b82123456,GXP2160,a,b,c | wrong-columns | 5 cells",
                "hunter2-secret,GXP2160,a,b | invalid-field | mac",
                "000000000000,GXP2160,a,b | invalid-field | mac",
                "01005e000001,GXP2160,a,b | invalid-field | mac",
                ",GXP2160,a,b | invalid-field | mac",
                "000b82123456,hunter2-secret,a,b | unknown-model | model",
                "000b82123456,GXP2161,a,b | unknown-model | GXP2160",
                "000b82123456,,a,b | unknown-model | model",
            })
    void aRowThatSaysNothingIsRefusedWithoutBeingQuoted(String row, String rule, String why) {
        assertThatThrownBy(() -> read(HEADER + row))
                .isInstanceOfSatisfying(
                        Problem.class,
                        e -> {
                            assertThat(e.type()).isEqualTo(rule);
                            assertThat(e.getMessage()).contains(why).doesNotContain("hunter2");
                        });
    }

    @Test
    void aCellThatNoFileCanCarryIsRefusedWithoutBeingQuoted() {
        for (String cell : List.of("hunter2\u0000", "hunter2\u0001", "hunter2".repeat(1200))) {
            assertThatThrownBy(() -> read(HEADER + "000b82123456,GXP2160,," + cell))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("P34")
                    .message()
                    .doesNotContain("hunter2");
        }
        assertThatThrownBy(
                        () -> value((HEADER + "000b82123456,GXP2160,,\u0081").getBytes(ISO_8859_1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Latin-1");
    }

    @Test
    void onlyASettingsCellCanBeQuoted() {
        Columns columns = new Columns(List.of("mac", "model", "P34"));
        List<String> cells = List.of("000b82123456", "GXP2160", "geheim");

        assertThat(columns.isQuotedIn("P34: geheim is too short", cells)).isTrue();
        assertThat(columns.isQuotedIn("000b82123456 (GXP2160) is taken", cells)).isFalse();
    }

    private static ListedDevice read(String text) throws IOException {
        DeviceList list = open(text.getBytes(UTF_8));
        List<List<String>> rows = all(list);
        return list.columns().read(list.encoding().text(rows.getFirst()));
    }
}
