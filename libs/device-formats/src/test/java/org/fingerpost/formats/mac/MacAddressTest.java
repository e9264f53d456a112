package org.fingerpost.formats.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

    private static final MacAddress PHONE = new MacAddress(0x000b82123456L);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000b82123456",
                "000B82123456",
                "00:0b:82:12:34:56",
                "00:0B:82:12:34:56",
                "00-0b-82-12-34-56",
                "00.0b.82.12.34.56",
                "000b.8212.3456",
                "000b82-123456"
            })
    void everySpellingIsOneAddressPrintedOneWay(String spelling) {
        assertThat(MacAddress.parse(spelling)).isEqualTo(PHONE).hasToString("000b82123456");
        assertThat(MacAddress.find(spelling)).contains(PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, ends before",
        "000b8212345, 11, ends before",
        "000b821234567, 12, more than twelve",
        "000b8212345g, 11, neither",
        "00:0b:82:12:34, 14, ends before",
        "00:0b-82:12:34:56, 5, separator",
        "0:00b82123456, 1, separator",
        ":000b82123456, 0, separator",
        "000b82123456:, 12, separator",
        "00::0b82123456, 3, separator",
        "' 000b82123456', 0, neither",
        "٠٠0b82123456, 0, neither"
    })
    void nonsenseIsRefusedWithWhatWhereAndWhy(String nonsense, int where, String why) {
        assertThatThrownBy(() -> MacAddress.parse(nonsense))
                .isInstanceOf(MacFormatException.class)
                .hasMessageContaining("at character " + where)
                .hasMessageContaining(why)
                .extracting(e -> ((MacFormatException) e).offset())
                .isEqualTo(where);
        assertThat(MacAddress.find(nonsense)).isEmpty();
    }

    @Test
    void complaintNeitherFloodsNorForgesALogLine() {
        assertThatThrownBy(() -> MacAddress.parse("00\n" + "x".repeat(100_000)))
                .hasMessageContaining("\"00?xxx")
                .message()
                .hasSizeLessThan(200)
                .doesNotContain("\n");
    }

    @Test
    void complaintQuotesFortyCharactersThatCanBePrinted() {
        assertThatThrownBy(() -> MacAddress.parse("x".repeat(40)))
                .hasMessageContaining("\"" + "x".repeat(40) + "\"");
        assertThatThrownBy(() -> MacAddress.parse("x".repeat(41)))
                .hasMessageContaining("\"" + "x".repeat(40) + "...\"");
        assertThatThrownBy(() -> MacAddress.parse(" ~\u001f\u007f"))
                .hasMessageContaining("\" ~??\"");
    }

    @Test
    void groupAddressesAndZeroAreKnown() {
        assertThat(MacAddress.parse("010000000000").isMulticast()).isTrue();
        assertThat(MacAddress.LAST.isMulticast()).isTrue();
        assertThat(PHONE.isMulticast()).isFalse();
        assertThat(MacAddress.FIRST.isZero()).isTrue();
        assertThat(PHONE.isZero()).isFalse();
    }

    @Test
    void stepsStayWithinFortyEightBits() {
        assertEquals("000b82123457", PHONE.next().toString());
        assertEquals("000b82123456", PHONE.plus(5).plus(-5).toString());
        assertEquals(MacAddress.FIRST, MacAddress.FIRST.next().plus(-1));
        assertEquals(MacAddress.LAST, MacAddress.FIRST.plus(0xffff_ffff_ffffL));
        assertThatThrownBy(MacAddress.LAST::next).hasMessageContaining("ffffffffffff");
        assertThatThrownBy(() -> MacAddress.FIRST.plus(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PHONE.plus(Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MacAddress(1L << 48)).hasMessageContaining("48 bits");
        assertThatThrownBy(() -> new MacAddress(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesAreOrderedAsUnsignedNumbers() {
        assertThat(MacAddress.parse("800000000000"))
                .isGreaterThan(MacAddress.parse("7fffffffffff"));
    }

    @Property
    void whatIsPrintedIsReadBack(@ForAll @LongRange(min = 0, max = 0xffff_ffff_ffffL) long bits) {
        var mac = new MacAddress(bits);
        assertEquals(mac, MacAddress.parse(mac.toString()));
        assertEquals(mac, MacAddress.parse(mac.toString().toUpperCase(Locale.ROOT)));
    }

    @Property
    void findNeverThrowsAndAgreesWithParse(@ForAll String text) {
        var found = MacAddress.find(text);
        if (found.isPresent()) {
            assertEquals(found.get(), MacAddress.parse(text));
        } else {
            assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(MacFormatException.class);
        }
    }
}
