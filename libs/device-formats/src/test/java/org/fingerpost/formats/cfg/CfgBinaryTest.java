package org.fingerpost.formats.cfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fingerpost.formats.HostileValues;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;

class CfgBinaryTest {

    private static final MacAddress PHONE = MacAddress.parse("000b82123456");

    @Property
    @Domain(HostileValues.class)
    void whatIsWrittenIsReadBack(@ForAll MacAddress mac, @ForAll PValues settings) {
        assertEquals(new CfgFile(mac, settings), CfgBinary.decode(CfgBinary.encode(mac, settings)));
    }

    @Property
    @Domain(HostileValues.class)
    @Domain(DomainContext.Global.class)
    void variantsSayTheSameInOtherBytes(
            @ForAll MacAddress mac, @ForAll PValues settings, @ForAll Set<CfgVariant> variants) {
        byte[] file = CfgBinary.encode(mac, settings, variants);
        PlusSign plus = variants.contains(CfgVariant.FORM_SPACES) ? PlusSign.SPACE : PlusSign.PLUS;
        assertEquals(new CfgFile(mac, settings), CfgBinary.decode(file, plus));
        assertEquals(0, file.length % (variants.contains(CfgVariant.PAD_4) ? 4 : 2));
    }

    @Test
    void eachVariantDiffersAsItsNameSays() {
        MacAddress newer = MacAddress.parse("c074ad123456");
        PValues settings = PValues.of(Setting.of("P3", "a b+c"));
        assertThat(body(CfgBinary.encode(newer, settings, Set.of(CfgVariant.FORM_SPACES))))
                .isEqualTo("P3=a+b%2Bc&gnkey=0b82\0");
        assertThat(body(CfgBinary.encode(newer, settings, Set.of(CfgVariant.GNKEY_FROM_MAC))))
                .isEqualTo("P3=a%20b%2Bc&gnkey=74ad\0");
        assertThat(body(CfgBinary.encode(newer, settings, EnumSet.allOf(CfgVariant.class))))
                .isEqualTo("P3=a+b%2Bc&gnkey=74ad\0\0\0");
    }

    @Test
    void eachLengthOfUtf8IsEscapedFromItsFirstToItsLastCharacter() {
        var characters = "\u007f\u0080\u07ff\u0800\ufffd\ud800\udc00\udbff\udfff";
        assertThat(body(CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", characters)))))
                .isEqualTo(
                        "P3=%7F%C2%80%DF%BF%E0%A0%80%EF%BF%BD%F0%90%80%80%F4%8F%BF%BF"
                                + "&gnkey=0b82\0");
    }

    @Test
    void idsOfVariantsArePermanent() {
        assertThat(CfgVariant.ids()).isEqualTo("pad4, form-spaces, gnkey-from-mac");
        assertThat(CfgVariant.find("pad4")).contains(CfgVariant.PAD_4);
        assertThat(CfgVariant.find("PAD4")).isEmpty();
    }

    @Property
    @Domain(HostileValues.class)
    void wordsOfAFileSumToZeroAndAreCounted(@ForAll MacAddress mac, @ForAll PValues settings) {
        byte[] file = CfgBinary.encode(mac, settings);
        assertEquals(0, file.length % 2);
        long sum = 0;
        for (int i = 0; i < file.length; i += 2) {
            sum += Byte.toUnsignedInt(file[i]) * 256L + Byte.toUnsignedInt(file[i + 1]);
        }
        assertEquals(0, sum % 65536);
        assertEquals(file.length / 2, new BigInteger(1, Arrays.copyOf(file, 4)).intValue());
    }

    @Property
    @Domain(HostileValues.class)
    void bodyIsPlainAsciiAndEndsWithTheKey(@ForAll MacAddress mac, @ForAll PValues settings) {
        String body = body(CfgBinary.encode(mac, settings));
        assertThat(body).matches("(P[0-9]+=[-A-Za-z0-9._~%]*&)*gnkey=0b82\0?");
    }

    @Test
    void padByteIsNulWhateverStoodThereBefore() {
        for (int length = 0; length < 2100; length++) {
            byte[] file = CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", "x".repeat(length))));
            assertThat(body(file)).matches("P3=x*&gnkey=0b82\0?");
        }
    }

    @Test
    void settingsBeyondTheLimitAreRefusedByName() {
        assertThatThrownBy(() ->
                        CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", "x".repeat(200_000)))))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining("131070 bytes");
        int overhead = 16 + "P3=&gnkey=0b82".length();
        String longest = "x".repeat(CfgBinary.MAX_BYTES - overhead);
        assertEquals(
                CfgBinary.MAX_BYTES,
                CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", longest))).length);
        assertThatThrownBy(
                        () -> CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", longest + "x"))))
                .isInstanceOf(CfgFormatException.class);
        assertThatThrownBy(() ->
                        CfgBinary.encode(PHONE, PValues.of(Setting.of("P3", "€".repeat(30_000)))))
                .isInstanceOf(CfgFormatException.class);
        var many = PValues.builder();
        for (int i = 0; i < 20_000; i++) {
            many.put(new Setting(new PValue(i), "twelve chars"));
        }
        assertThatThrownBy(() -> CfgBinary.encode(PHONE, many.build()))
                .isInstanceOf(CfgFormatException.class);
    }

    @Test
    void addressThatWouldPassForAnEncryptedFileIsRefused() {
        assertThatThrownBy(() -> CfgBinary.encode(MacAddress.parse("ff0100000000"), PValues.none()))
                .isInstanceOf(CfgFormatException.class)
                .hasMessageContaining("encrypted");
    }

    private static String body(byte[] file) {
        return new String(file, 16, file.length - 16, StandardCharsets.ISO_8859_1);
    }
}
