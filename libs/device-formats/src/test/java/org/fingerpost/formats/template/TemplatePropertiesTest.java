package org.fingerpost.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;

class TemplatePropertiesTest {

    private static final List<String> SCRAPS =
            List.of(
                    "P",
                    "p",
                    "0",
                    "47",
                    "=",
                    " ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\r",
                    "#",
                    "##",
                    "# ",
                    ";",
                    "//",
                    "<!--",
                    "-->",
                    "gnkey=0b82",
                    "account.1.sip.server",
                    "é",
                    "€",
                    "\ufeff",
                    "\u0085",
                    "\u2028",
                    "P3=x",
                    "P34 = y\n",
                    "\n# text\n",
                    "\u00a0");

    @Property
    @Domain(HostileValues.class)
    void hostileValueSurvivesOrIsRefused(@ForAll PValues settings) {
        TextTemplate template = TextTemplate.of(settings);
        List<Setting> refused = settings.stream().filter(s -> !fitsALine(s.value())).toList();
        assertThat(template.obstacles()).hasSameSizeAs(refused);
        PValues fitting = PValues.of(settings.stream().filter(s -> fitsALine(s.value())).toList());
        TextTemplate read = TextTemplate.read(TextTemplate.of(fitting).write());
        assertEquals(TextTemplate.of(fitting).entries(), read.entries());
        assertThat(read.closing()).isEmpty();
        // Values are told that begin as a comment does; that is all that is odd.
        assertThat(read.oddities()).allMatch(oddity -> oddity.contains("looks like a comment"));
    }

    private static boolean fitsALine(String value) {
        return value.chars().noneMatch(c -> c == '\n' || c == '\r')
                && !value.matches("(?s)[ \t].*|.*[ \t]");
    }

    @Property
    void whatWasReadIsWrittenAndReadAgain(@ForAll("scraps") String text) {
        TextTemplate read = TextTemplate.read(text.getBytes(StandardCharsets.UTF_8));
        byte[] written = read.write();
        TextTemplate again = TextTemplate.read(written);
        assertEquals(withoutLines(read), withoutLines(again));
        assertEquals(read.closing(), again.closing());
        // It is as odd as before, since it is kept.
        assertThat(again.oddities()).allMatch(oddity -> oddity.contains("looks like a comment"));
        assertThat(again.write()).isEqualTo(written);
    }

    /** Everything but blanks and the signs of comments is still there, in order. */
    @Property
    void nothingIsLost(@ForAll("scraps") String text) {
        String written =
                new String(
                        TextTemplate.read(text.getBytes(StandardCharsets.UTF_8)).write(),
                        StandardCharsets.UTF_8);
        assertEquals(bare(text), bare(written.replace("not a setting: ", "")));
    }

    private static String bare(String text) {
        return text.replaceFirst("^\ufeff", "")
                .replace("<!--", "")
                .replace("-->", "")
                .replaceAll("[ \t\r\n#;/]", "")
                .replace('p', 'P')
                .replaceAll("P0+(?=[0-9])", "P");
    }

    private static List<TemplateEntry> withoutLines(TextTemplate template) {
        return template.entries().stream()
                .map(e -> new TemplateEntry(0, e.description(), e.setting()))
                .toList();
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(SCRAPS).list().ofMaxSize(40).map(scraps -> String.join("", scraps));
    }

    /** What a line is meant to say, beside the line. */
    record Line(String text, List<Setting> says) {}

    @Property
    void pairsAreThoseOfTheModel(
            @ForAll("lines") List<Line> lines,
            @ForAll("ends") String end,
            @ForAll("charsets") Charset charset) {
        List<Setting> expected = new ArrayList<>();
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.text()).append(end);
            expected.addAll(line.says());
        }
        assertThat(TextTemplate.read(text.toString().getBytes(charset)))
                .extracting(TemplateEntry::setting)
                .containsExactlyElementsOf(expected);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Line> pair =
                Combinators.combine(
                                Arbitraries.integers().between(0, 999_999),
                                Arbitraries.strings().withCharRange('!', '~').ofMaxLength(12),
                                Arbitraries.of("", " ", "\t", "  "))
                        .as((number, value, blank) ->
                                new Line(
                                        blank + "P" + number + blank + "=" + blank + value + blank,
                                        List.of(Setting.of("P" + number, value))));
        Arbitrary<Line> other =
                Arbitraries.of(
                                "",
                                "\t",
                                "# P1 = 1",
                                "#",
                                "####",
                                "; P2=2",
                                "// P3=3",
                                "<!-- P4=4 -->",
                                "Account 1",
                                "gnkey=0b82",
                                "P12 12",
                                "xP1=1")
                        .map(text -> new Line(text, List.of()));
        return Arbitraries.oneOf(pair, pair, other).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(
                StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] noise) {
        assertReadOrRefused(noise);
    }

    @Test
    void anySpoiltTemplateIsReadOrRefused() {
        byte[] seed =
                "# a\r\nP34 = hunter2\r\n\r\n<!-- b -->\r\nP3=é".getBytes(StandardCharsets.UTF_8);
        var random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            byte[] file = seed.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertReadOrRefused(file);
        }
    }

    private static void assertReadOrRefused(byte[] file) {
        try {
            TextTemplate read = TextTemplate.read(file);
            assertEquals(read.settings(), TextTemplate.read(read.write()).settings());
        } catch (TemplateException refused) {
            assertThat(refused).hasMessageStartingWith("line " + refused.line() + ": ");
            assertThat(refused.getMessage()).doesNotContain("hunter");
        }
    }
}
