package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndEndsALine(String end) {
        TextTemplate read = read("# a" + end + end + "P1=1" + end + "P2=2");
        assertThat(read)
                .containsExactly(
                        new TemplateEntry(3, "a", Setting.of("P1", "1")),
                        new TemplateEntry(4, "", Setting.of("P2", "2")));
        assertThat(read.oddities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
    void anyEncodingIsRead(String name) {
        Charset charset = Charset.forName(name);
        String text = "Müller";
        assertThat(TextTemplate.read(("#é\nP3=" + text).getBytes(charset)))
                .containsExactly(new TemplateEntry(2, "é", Setting.of("P3", text)));
    }

    @Test
    void octetsThatOnlyWindowsHasAreReadAsItsOwn() {
        assertThat(TextTemplate.read("P3=€".getBytes(Charset.forName("windows-1252"))).settings())
                .containsExactly(Setting.of("P3", "€"));
        byte[] control = "P3=\u0081\u0080é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TextTemplate.read(control).settings())
                .containsExactly(Setting.of("P3", "\u0081\u0080é"));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(read("\ufeffP3=\ufeff").settings()).containsExactly(Setting.of("P3", "\ufeff"));
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() {
        assertRefused("P1=1\nP34=hunter2\0\n".getBytes(StandardCharsets.UTF_8), 2, "binary");
        assertRefused("#\n\n# \u001b".getBytes(StandardCharsets.UTF_8), 3, "binary");
        assertRefused(new byte[] {(byte) 0xfe, (byte) 0xff, 0}, 1, "byte order mark");
        assertRefused(
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, (byte) 0xff}, 1, "order mark");
    }

    @Test
    void limitsAreTold() {
        assertRefused(new byte[(16 << 20) + 1], 1, "16777216 bytes");
        byte[] long1 = ("P1=1\n# " + "x".repeat(1 << 16)).getBytes(StandardCharsets.UTF_8);
        assertRefused(long1, 2, "65536 characters");
        byte[] many = "P1=\n".repeat(200_001).getBytes(StandardCharsets.UTF_8);
        assertRefused(many, 200_001, "200000 settings");
        assertThat(read("x\n".repeat(5_000)).oddities())
                .hasSize(1_001)
                .last()
                .isEqualTo("and more that is odd");
    }

    @Test
    void commentsThatNeverEndTakeLinearTime() {
        TextTemplate read = read("<!--\n".repeat(300_000));
        assertThat(read.closing()).hasSizeGreaterThan(5_000_000);
    }

    private static void assertRefused(byte[] file, int line, String why) {
        assertThatThrownBy(() -> TextTemplate.read(file))
                .isInstanceOfSatisfying(TemplateException.class, e -> assertEquals(line, e.line()))
                .hasMessageStartingWith("line " + line + ": ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("hunter2");
    }

    private static TextTemplate read(String text) {
        return TextTemplate.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
