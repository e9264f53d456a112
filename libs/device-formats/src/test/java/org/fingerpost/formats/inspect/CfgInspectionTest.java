package org.fingerpost.formats.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.RawCfg;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.cfg.CfgVariant;
import org.fingerpost.formats.inspect.Inspection.Fact;
import org.fingerpost.formats.inspect.Inspection.Severity;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfgInspectionTest {

    private static final MacAddress NEWER = MacAddress.parse("c074ad123456");
    private static final PValues SETTINGS =
            PValues.of(Setting.of("P3", "a b+c"), Setting.of("P34", "hunter2"));

    @Test
    void soundFileHasFactsAndNoFaults() {
        Inspection found = Inspector.inspect(CfgBinary.encode(NEWER, SETTINGS));
        assertEquals(FileKind.CFG_BINARY, found.kind());
        assertThat(found.faults()).isEmpty();
        assertThat(found.facts())
                .contains(
                        new Fact("MAC address", "c074ad123456"),
                        new Fact("settings", "2, 1 of them secret"),
                        new Fact("escapes", "RFC 3986"),
                        new Fact("gnkey", "0b82"),
                        new Fact("padding", "one NUL, to an even size"),
                        new Fact("written as", "the plain form"));
    }

    @Property
    @Domain(HostileValues.class)
    @Domain(DomainContext.Global.class)
    void namedVariantsMakeTheVeryBytes(
            @ForAll MacAddress mac, @ForAll PValues settings, @ForAll Set<CfgVariant> variants) {
        byte[] file = CfgBinary.encode(mac, settings, variants);
        Inspection found = Inspector.inspect(file);
        assertThat(found.isSound()).isTrue();
        String written = fact(found, "written as");
        Set<CfgVariant> named =
                written.equals("the plain form")
                        ? Set.of()
                        : Arrays.stream(written.split(", "))
                                .map(id -> CfgVariant.find(id).orElseThrow())
                                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(variants).containsAll(named);
        assertThat(CfgBinary.encode(mac, settings, named)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "P1=A, 20, ERROR, does not end with gnkey=0b82",
        "P1=A&gnkey=0b82&P2=B, 31, ERROR, something follows gnkey",
        "P1=A&gnkey=0b82&gnkey=0b82, 32, ERROR, a second time",
        "P1=A&gnkey=, 27, ERROR, not four hexadecimal digits",
        "P1=A&gnkey=74ad, 27, WARNING, 'gnkey is 74ad: should be'",
        "P1=A&gnkey=0B82, 27, WARNING, from the MAC address",
        "P01=A&gnkey=0b82, 16, ERROR, leading zero",
        "P1234567=A&gnkey=0b82, 16, ERROR, more than six digits",
        "x=A&gnkey=0b82, 16, ERROR, a name that is no P-value",
        "xyz&gnkey=0b82, 16, ERROR, without an equals sign",
        "P1=A&P1=B&gnkey=0b82, 21, WARNING, P1 stands at byte 16 already",
        "P1=A&B&gnkey=0b82, 20, WARNING, an ampersand that no pair follows",
        "P1=9%&gnkey=0b82, 20, WARNING, no two hexadecimal digits",
        "P1=%00&gnkey=0b82, 19, ERROR, control character",
        "P1=%EF%BF%BE&gnkey=0b82, 19, ERROR, U+FFFE",
        "P1=%FF&gnkey=0b82, 19, WARNING, read as ISO 8859-1",
        "P1=A\u00c3\u00a9&gnkey=0b82, 20, WARNING, unescaped UTF-8",
    })
    void faultOfTheBodyIsNamedWithItsOffset(
            String body, int offset, Severity severity, String sentence) {
        Inspection found = Inspector.inspect(RawCfg.file(body));
        assertThat(found.faults())
                .anySatisfy(fault -> {
                    assertEquals(offset, fault.offset());
                    assertEquals(severity, fault.severity());
                    assertThat(fault.sentence()).contains(sentence);
                });
    }

    @Test
    void allFaultsAreListedNotOnlyTheFirst() {
        byte[] file = RawCfg.file("P01=A&P1=%00&P1=B");
        file[3]++;
        file[13] = ' ';
        assertThat(Inspector.inspect(file).faults())
                .extracting(Inspection.Fault::offset)
                .containsExactly(0, 4, 12, 16, 25, 29, 33);
    }

    @Test
    void faultsOfTheHeaderSayWhatShouldBeThere() {
        byte[] good = RawCfg.file("P1=AB&gnkey=0b82");
        assertFault(
                changed(good, 3, 17),
                0,
                "17 words (34 bytes), the file has 16 (32 bytes): should be 00000010");
        String checksum = "%02x%02x".formatted(good[4], good[5]);
        assertFault(changed(good, 5, 0), 4, "00, should be " + checksum);
        assertFault(changed(good, 3, 17), 4, "or " + checksum + " once the length is right");
        assertFault(changed(good, 12, 'x'), 12, "CR LF CR LF");
        assertFault(changed(good, 6, 1), 6, "a group's");
        byte[] nobodys = good.clone();
        Arrays.fill(nobodys, 6, 12, (byte) 0);
        assertFault(nobodys, 6, "all zeros");
        assertFault(Arrays.copyOf(good, good.length - 1), good.length - 1, "odd number");
        assertFault(Arrays.copyOf(good, good.length + 2), good.length, "2 NULs of padding");
    }

    @Test
    void lengthOfWhichSixteenBitsWereKeptIsAWarning() {
        byte[] file = RawCfg.file("P3=" + "x".repeat(140_000) + "&gnkey=0b82");
        assertFault(file, 131_070, "over 131070 bytes");
        file[1] = 0;
        RawCfg.seal(file);
        assertFault(file, 0, "the low 16 bits of");
        assertThat(Inspector.inspect(file).isSound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "P1=a%20b, RFC 3986",
        "P1=a%2fb, 'RFC 3986, lower case'",
        "P1=%C3%a9, 'RFC 3986, either case'",
        "P1=a+b%2B, 'form style, + for a space'",
        "P1=a b%26, some characters only",
        "P1=a b, 'none, though some were needed'",
        "P1=a+b, 'none, a plus stands raw'",
        "P1=ab, none needed",
    })
    void styleOfEscapesIsToldApart(String body, String style) {
        assertEquals(style, fact(Inspector.inspect(RawCfg.file(body + "&gnkey=0b82")), "escapes"));
    }

    @Test
    void encryptedFileIsRecognisedAndNothingMoreIsSaid() {
        byte[] file = RawCfg.file("0123456789abcdef");
        file[6] = (byte) 0xff;
        file[7] = 1;
        RawCfg.seal(file);
        Inspection found = Inspector.inspect(file);
        assertEquals(FileKind.CFG_ENCRYPTED, found.kind());
        assertThat(found.faults()).isEmpty();
        assertThat(found.facts()).extracting(Fact::name).containsExactly("size", "length", "body");
        file[5]++;
        assertFault(file, 4, "checksum");
    }

    @Test
    void whatIsSoundIsReadAndWhatIsReadIsSound() {
        var random = new Random(20261124);
        byte[] seed = CfgBinary.encode(NEWER, SETTINGS);
        int sound = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] file = Arrays.copyOf(seed, seed.length - 4 + random.nextInt(9));
            for (int n = random.nextInt(5); n > 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            if (i % 4 != 0) {
                file[3] = (byte) (file.length / 2);
                RawCfg.seal(file);
            }
            Inspection found = Inspector.inspect(file);
            assertThat(found.toString()).doesNotContain("hunter");
            assertThat(found.faults()).allMatch(f -> f.offset() >= 0 && f.offset() <= file.length);
            if (found.kind() == FileKind.CFG_BINARY) {
                assertEquals(isRead(file), found.isSound(), () -> hex(file) + found.faults());
                sound += found.isSound() ? 1 : 0;
            }
        }
        assertThat(sound).as("mutants that are still files").isBetween(1_000, 49_000);
    }

    @Test
    void brokenPairsTakeNoMoreThanLinearTime() {
        assertThat(Inspector.inspect(RawCfg.file("gnkey=0b82&".repeat(50_000))).faults())
                .hasSizeGreaterThan(50_000);
        assertThat(Inspector.inspect(RawCfg.file("x&".repeat(200_000))).isSound()).isFalse();
    }

    private static String hex(byte[] file) {
        return HexFormat.of().formatHex(file);
    }

    private static boolean isRead(byte[] file) {
        try {
            CfgBinary.decode(file);
            return true;
        } catch (CfgFormatException refused) {
            return false;
        }
    }

    private static byte[] changed(byte[] file, int at, int octet) {
        byte[] changed = file.clone();
        changed[at] = (byte) octet;
        return changed;
    }

    private static void assertFault(byte[] file, int offset, String sentence) {
        assertThat(Inspector.inspect(file).faults())
                .anySatisfy(fault -> {
                    assertEquals(offset, fault.offset());
                    assertThat(fault.sentence()).contains(sentence);
                });
    }

    private static String fact(Inspection found, String name) {
        return found.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
