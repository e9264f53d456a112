package org.fingerpost.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {

    private static final ValueType.Number OPEN = number(OptionalLong.empty(), OptionalLong.empty());

    @ParameterizedTest
    @CsvSource({
        "switch, 0",
        "switch, 1",
        "choice, a",
        "choice, 10",
        "number, 5",
        "number, 65535",
        "text, a b",
        "printable, ~!x",
        "host, example.org",
        "host, 192.0.2.1:5061",
        "host, [2001:db8::1]:5060",
        "host, '10.0.0.1,10.0.0.2'",
        "host, '10.0.0.1; 10.0.0.2'",
        "host, _sip._udp.example.org",
        "path, example.org:8080/gs/a?b=c",
        "path, 192.0.2.1",
        "path, user:pass@example.org/gs",
        "pem, -----BEGIN X-----aa-----END X-----",
        "hex, 00ffAA"
    })
    void whatFitsHasNoMisfit(String type, String value) {
        assertThat(named(type).misfit(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "switch, 2, choice",
        "switch, yes, choice",
        "choice, b, choice",
        "choice, 1, choice",
        "number, x, number",
        "number, 1.5, number",
        "number, +5, number",
        "number, 1234567890123456, number",
        "number, 4, range",
        "number, 65536, range",
        "text, toolong, length",
        "printable, a b, characters",
        "printable, ä, characters",
        "host, https://example.org, scheme-in-host",
        "host, a b, host",
        "host, a/b, host",
        "path, http://example.org, scheme-in-path",
        "path, a b, characters",
        "path, example.org/0123456789012345678901234567, length",
        "pem, abc, pem",
        "hex, 0x12, hex",
        "hex, 123456789, length"
    })
    void whatDoesNotFitSaysTheRule(String type, String value, String rule) {
        assertThat(named(type).misfit(value)).get().extracting(Misfit::rule).isEqualTo(rule);
    }

    @Test
    void numberBeyondAnOpenListOrRangeMayOnlyBeUnknown() {
        var words =
                List.of(
                        new ValueType.Choice.Word("0", "no"),
                        new ValueType.Choice.Word("1", "yes"));
        var from = OptionalLong.of(0);
        assertThat(sure(new ValueType.Switch(), "2")).isFalse();
        assertThat(sure(new ValueType.Switch(), "x")).isTrue();
        assertThat(sure(new ValueType.Choice(words, false), "2")).isFalse();
        assertThat(sure(new ValueType.Choice(words, false), "x")).isTrue();
        assertThat(sure(new ValueType.Choice(words, true), "2")).isTrue();
        assertThat(sure(new ValueType.Number(from, OptionalLong.empty(), false), "-1")).isFalse();
        assertThat(sure(new ValueType.Number(from, OptionalLong.empty(), false), "x")).isTrue();
        assertThat(sure(new ValueType.Number(from, OptionalLong.empty(), true), "-1")).isTrue();
    }

    @Property
    void misfitNeverRepeatsTheValue(@ForAll @NotEmpty String value) {
        String secret = "secret" + value;
        Stream.of("switch", "choice", "number", "text", "printable", "host", "path", "pem", "hex")
                .flatMap(type -> named(type).misfit(secret).stream())
                .forEach(misfit -> assertThat(misfit.why()).doesNotContain(secret));
    }

    @Property
    void openNumberTakesAnyWholeNumberThatAPhoneCanHold(@ForAll int number) {
        assertThat(OPEN.misfit(Integer.toString(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "switch, 0 (no) or 1 (yes)",
        "choice, 'a (first), 10 (tenth)'",
        "number, a number from 5 to 65535",
        "text, text of at most 5 characters",
        "printable, 'text, ASCII 33 to 126 only'",
        "host, 'a host, with or without a port'",
        "path, 'host and path without a scheme, at most 32 characters'",
        "hex, at most 8 hexadecimal digits"
    })
    void whatFitsIsSaidInWords(String type, String words) {
        assertThat(named(type).inWords()).isEqualTo(words);
    }

    @Test
    void openBoundsAreNotMentioned() {
        assertThat(OPEN.inWords()).isEqualTo("a number");
        assertThat(number(OptionalLong.of(1), OptionalLong.empty()).inWords())
                .isEqualTo("a number of at least 1");
        assertThat(number(OptionalLong.empty(), OptionalLong.of(9)).inWords())
                .isEqualTo("a number of at most 9");
    }

    private static boolean sure(ValueType type, String value) {
        return type.misfit(value).orElseThrow().sure();
    }

    private static ValueType.Number number(OptionalLong min, OptionalLong max) {
        return new ValueType.Number(min, max, false);
    }

    private static ValueType named(String type) {
        return switch (type) {
            case "switch" -> new ValueType.Switch();
            case "choice" ->
                    new ValueType.Choice(
                            List.of(
                                    new ValueType.Choice.Word("a", "first"),
                                    new ValueType.Choice.Word("10", "tenth")),
                            false);
            case "number" -> number(OptionalLong.of(5), OptionalLong.of(65_535));
            case "text" -> new ValueType.Text(OptionalInt.of(5), false);
            case "printable" -> new ValueType.Text(OptionalInt.empty(), true);
            case "host" -> new ValueType.Host();
            case "path" -> new ValueType.HostPath(OptionalInt.of(32));
            case "pem" -> new ValueType.Pem();
            case "hex" -> new ValueType.Hex(8);
            default -> throw new IllegalArgumentException(type);
        };
    }
}
