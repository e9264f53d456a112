package org.fingerpost.cli.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DhcpSnippetCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kea|\"name\": \"tftp-server-name\", \"data\": \"192.0.2.10/gs\"",
                "kea|\"code\": 43, \"csv-format\": false, \"data\": \"01026162c802ff00\"",
                "dhcpd|option tftp-server-name \"192.0.2.10/gs\";",
                "dhcpd|option vendor-encapsulated-options 01:02:61:62:c8:02:ff:00;",
                "dnsmasq|dhcp-option-force=66,\"192.0.2.10/gs\"",
                "dnsmasq|dhcp-option-force=43,01:02:61:62:c8:02:ff:00",
                "mikrotik|add name=fingerpost-66 code=66 value=\"s'192.0.2.10/gs'\"",
                "mikrotik|add name=fingerpost-43 code=43 value=0x01026162c802ff00",
                "cisco|option 66 ascii \"192.0.2.10/gs\"",
                "cisco|option 43 hex 01026162c802ff00",
                "windows|-OptionId 66 -Value '192.0.2.10/gs'",
                "windows|-OptionId 43 -Value 0x01,0x02,0x61,0x62,0xc8,0x02,0xff,0x00"
            })
    void eachServerIsToldInItsWords(String server, String line) {
        Ran ran =
                snippet(
                        server,
                        "--path",
                        "/gs/",
                        "--sub-option",
                        "1=ab",
                        "--sub-option",
                        "200=0xFF00");
        assertThat(ran.exit()).isZero();
        assertThat(ran.text()).contains(line).contains("P145");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kea", "dhcpd", "dnsmasq", "mikrotik", "cisco", "windows"})
    void nothingIsSaidOfOption43UnlessItIsGiven(String server) {
        assertThat(snippet(server).text()).contains("192.0.2.10").doesNotContain("43");
    }

    @Test
    void mikrotikIsToldThatABareAddressIsText() {
        assertThat(snippet("mikrotik").text())
                .contains("add name=fingerpost-66 code=66 value=\"s'192.0.2.10'\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10:6969, true",
        "[2001:db8::1]:6969, true",
        "192.0.2.10, false",
        "2001:db8::1, false",
        "[2001:db8::1], false"
    })
    void aPortIsWarnedAboutWhereTftpIsAsked(String host, boolean warned) {
        Ran ran = Ran.with("dhcp", "snippet", "--server", "dnsmasq", "--host", host);
        assertThat(ran.exit()).isZero();
        assertThat(ran.err().contains("whatever port stands here")).isEqualTo(warned);
    }

    @Test
    void aUrlIsForFamiliesThatUnderstandOne() {
        assertThat(snippet("dnsmasq", "--scheme", "https", "--family", "GXP2160").text())
                .contains("66,\"https://192.0.2.10\"");
        Ran old = snippet("dnsmasq", "--scheme", "http", "--family", "BT200");
        assertThat(old.exit()).isEqualTo(2);
        assertThat(old.err()).contains("takes whatever stands in option 66 for a TFTP server");
        assertThat(snippet("dnsmasq", "--scheme", "http").err()).contains("not understood by");
    }

    @Test
    void whatCouldNotBeToldIsRefused() {
        for (List<String> wrong :
                List.of(
                        List.of("--path", "a b"),
                        List.of("--path", "\"; option x"),
                        List.of("--path", "a".repeat(250)),
                        List.of("--scheme", "ftp"),
                        List.of("--sub-option", "0=a"),
                        List.of("--sub-option", "255=a"),
                        List.of("--sub-option", "1"),
                        List.of("--sub-option", "1=0x1"),
                        List.of("--sub-option", "1=0xZZ"),
                        List.of("--sub-option", "1=" + "a".repeat(254)))) {
            Ran ran = snippet("kea", wrong.toArray(String[]::new));
            assertThat(ran.exit()).as("%s", wrong).isEqualTo(2);
            assertThat(ran.bytes()).isEmpty();
        }
        assertThat(snippet("bind").err()).contains("kea, dhcpd, dnsmasq");
    }

    private static Ran snippet(String server, String... more) {
        return Ran.with(
                Stream.concat(
                                Stream.of(
                                        "dhcp",
                                        "snippet",
                                        "--server",
                                        server,
                                        "--host",
                                        "192.0.2.10"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
