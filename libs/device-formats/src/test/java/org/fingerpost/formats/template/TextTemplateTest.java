package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fingerpost.formats.catalogue.NumberedSetting;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {

    @Test
    void commentsDescribeTheSettingThatFollows() {
        TextTemplate read =
                read(
                        """
                        ####
                        ## Account 1 ##

                        # Account Active. 0 - No, 1 - Yes
                        #  Number: 0, 1
                        P271 = 1

                        \t
                        P270 =
                        # P47 = commented.example.org

                        # the end
                        """);
        assertEquals(
                new TextTemplate(
                        List.of(
                                new TemplateEntry(
                                        6,
                                        "####\n"
                                                + "## Account 1 ##\n\n"
                                                + "Account Active. 0 - No, 1 - Yes\n"
                                                + " Number: 0, 1",
                                        Setting.of("P271", "1")),
                                new TemplateEntry(9, "", Setting.of("P270", ""))),
                        "P47 = commented.example.org\n\nthe end",
                        List.of()),
                read);
    }

    @Test
    void whatIsWrittenHasOneForm() {
        TextTemplate template =
                read("##\n#a\n\n# b\nP1= x\nP2 =y\n\n\n#  c\n; # d\nP3=\n\n#\n#end\n#");
        assertThat(new String(template.write(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        ##
                        # a
                        #
                        # b
                        P1=x
                        P2=y

                        #  c
                        # # d
                        P3=

                        # end
                        """);
        assertThat(TextTemplate.of(PValues.none()).write()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a # b", "# b"})
    void whatLooksLikeACommentStaysInTheValueAndIsTold(String value) {
        TextTemplate read = read("P47 = " + value);
        assertThat(read.settings()).containsExactly(Setting.of("P47", value));
        assertThat(read.oddities())
                .containsExactly("line 1: what looks like a comment is kept in the value of P47");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "P47=a=b|P47|a=b",
                "P47=a #b|P47|a #b",
                "P47 \t=\t a|P47|a",
                "  P47=a|P47|a",
                "P47=\"a b \"|P47|\"a b \"",
                "P0==|P0|=",
                "P999999=; x|P999999|; x",
            })
    void pairIsSeparatedByTheFirstEqualsSign(String line, String name, String value) {
        TextTemplate read = read(line);
        assertThat(read.oddities()).isEmpty();
        assertThat(read.settings()).containsExactly(Setting.of(name, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "p47 = x|P47=x|a small p, read as P47",
                "P047=x|P47=x|leading zeros, read as P47",
                "P00=x|P0=x|leading zeros, read as P0",
                "^P47=x \t^|P47=x|blanks behind the value of P47 are left out",
            })
    void whatIsMeantIsReadAndToldAsOdd(String line, String pair, String oddity) {
        TextTemplate read = read("# a\n" + line);
        assertThat(read.entries()).extracting(e -> e.setting().toString()).containsExactly(pair);
        assertThat(read.oddities()).containsExactly("line 2: " + oddity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gnkey=0b82|gnkey closes a config binary",
                "account.1.sip.server=x|an alias",
                "P12 hunter2|no equals sign",
                "P1234567=x|six digits at most",
                "SIP Server|neither a comment nor a setting",
                "P47a=x|no equals sign",
                "P=x|neither",
                "password=hunter2|neither",
                "=|neither",
                "<!-- hunter2|neither",
            })
    void lineThatIsNeitherIsKeptAsAMarkedComment(String line, String why) {
        TextTemplate read = read("P1=1\n  " + line + " \nP2=2\n" + line);
        assertThat(read.entries())
                .extracting(TemplateEntry::description)
                .containsExactly("", "not a setting: " + line);
        assertEquals("not a setting: " + line, read.closing());
        assertThat(read.oddities())
                .hasSize(2)
                .allMatch(oddity -> oddity.contains("kept as a comment: "))
                .allMatch(oddity -> oddity.contains(why) && !oddity.contains("hunter2"))
                .first()
                .asString()
                .startsWith("line 2: ");
    }

    @Test
    void otherSignsOfCommentsAreOddOnceEach() {
        TextTemplate read =
                read("; a\n;b\n// c\n<!-- d -->\n<!-- P2=2\n P3=3 -->\n//\n<!----> e\nP1=1\n<!-->");
        assertEquals(
                "a\nb\nc\nd\nP2=2\nP3=3\n\nnot a setting: e",
                read.entries().getFirst().description());
        assertEquals("not a setting: <!-->", read.closing());
        assertThat(read.settings()).containsExactly(Setting.of("P1", "1"));
        assertThat(read.oddities())
                .containsExactly(
                        "line 1: a comment marked by ;, where a template has #",
                        "line 3: a comment marked by //, where a template has #",
                        "line 4: a comment marked by <!-- and -->, where a template has #",
                        "line 8: kept as a comment: something stands behind -->",
                        "line 10: kept as a comment: neither a comment nor a setting");
    }

    @Test
    void laterSettingOfOnePValueWinsAndBothStay() {
        TextTemplate read = read("P3=a\nP4=b\nP3=c");
        assertThat(read.numbered())
                .containsExactly(
                        new NumberedSetting(1, Setting.of("P3", "a")),
                        new NumberedSetting(2, Setting.of("P4", "b")),
                        new NumberedSetting(3, Setting.of("P3", "c")));
        assertEquals(PValues.of(Setting.of("P3", "c"), Setting.of("P4", "b")), read.settings());
        assertThat(new String(read.write(), StandardCharsets.UTF_8))
                .isEqualTo("P3=a\nP4=b\nP3=c\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter\n2", "hunter\r2", "hunter2\r\n", " hunter2", "hunter2\t", " "})
    void valueThatALineCannotHoldIsNeverWritten(String value) {
        TextTemplate template =
                TextTemplate.of(PValues.of(Setting.of("P3", "x"), Setting.of("P34", value)));
        assertThat(template.obstacles())
                .singleElement()
                .asString()
                .startsWith("line 2: the value of P34 cannot stand in a line of text: it ")
                .doesNotContain("hunter");
        assertThatThrownBy(template::write)
                .isInstanceOf(TemplateException.class)
                .hasMessage(template.obstacles().getFirst());
    }

    @Test
    void whatCouldNotBeReadAgainIsNeverWritten() {
        String longText = "x".repeat((1 << 16) - 1);
        Setting setting = Setting.of("P3", longText);
        assertThat(
                        new TextTemplate(
                                        List.of(new TemplateEntry(7, longText, setting)),
                                        longText,
                                        List.of())
                                .obstacles())
                .containsExactly(
                        "line 7: the value of P3 cannot stand in a line of text: it is longer than"
                                + " the 65536 that are read",
                        "line 7: the description of P3 has a line of more than the 65536"
                                + " characters that are read",
                        "the closing comment has a line of more than the 65536 characters that"
                                + " are read");
    }

    @Test
    void descriptionHasOneSpelling() {
        Setting setting = Setting.of("P3", "x");
        assertEquals(
                new TemplateEntry(1, "a\n\n b", setting),
                new TemplateEntry(1, "\r\na \r\r\n b\t\n\n", setting));
        assertThatThrownBy(() -> new TemplateEntry(1, "a\0", setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0000");
    }

    @Test
    void secretIsNotInItsText() {
        TextTemplate read = read("# P34 = hunter2\nP34=hunter2\n#P34=hunter2");
        assertThat(read.toString()).contains("P34=********").doesNotContain("hunter2");
    }

    private static TextTemplate read(String text) {
        return TextTemplate.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
