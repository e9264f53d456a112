package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.template.ImportedFile.Numbered;
import org.junit.jupiter.api.Test;

/** What template engines and people leave in XML that sets nothing. */
class NotASettingTest {

    @Test
    void elementWhoseNameATemplateEngineMakesIsKeptAsAComment() {
        Numbered read =
                numbered(
                        """
                        <gs_provision version="1"><config version="1">
                        <P47>a</P47>
                        <P{$n}>b</P{$n}>
                        <P{{ n }}02>c</P{{ n }}02>
                        <P35>2</P35>
                        </config></gs_provision>
                        """);
        assertThat(read.template().entries())
                .containsExactly(
                        new TemplateEntry(2, "", Setting.of("P47", "a")),
                        new TemplateEntry(
                                5,
                                "not a setting: <P{$n}>b</P{$n}>\n"
                                        + "not a setting: <P{{ n }}02>c</P{{ n }}02>",
                                Setting.of("P35", "2")));
    }

    @Test
    void instructionIsKeptAsACommentWithTheSettingsInIt() {
        Numbered read =
                numbered(
                        """
                        <gs_provision version="1"><config version="1">
                        <?ignore <P2>1</P2>
                        <P3>x</P3> ?>
                        <P35>a<?ignore b?></P35>
                        </config></gs_provision>
                        """);
        assertThat(read.template().entries())
                .containsExactly(
                        new TemplateEntry(
                                4,
                                "not a setting: <?ignore <P2>1</P2>\n"
                                        + "not a setting: <P3>x</P3> ?>\n"
                                        + "not a setting: <?ignore b?>",
                                Setting.of("P35", "a")));
        assertThat(read.oddities())
                .containsExactly(
                        "line 2: an instruction, which sets nothing: kept as a comment",
                        "line 4: an instruction, which sets nothing: kept as a comment");
    }

    private static Numbered numbered(String xml) {
        return (Numbered) ImportedFile.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
