package org.fingerpost.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.alias.AliasSetting;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.Setting;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

    @Test
    void everythingInAFileIsToldInItsOrderWithItsPlace() {
        String file =
                """
                <!-- of the file -->
                <gs_provision>
                <mac>000b82123456</mac>
                <config>
                <!-- of P2 -->
                <P2>a</P2><P3>b &amp; c</P3>
                <x/></config>
                </gs_provision>
                """;
        assertThat(told(file))
                .containsExactly(
                        "3 mac 000b82123456",
                        "4 config none",
                        "5 comment  of P2 ",
                        "6 P2=a",
                        "6 P3=b & c",
                        "7 oddity an element that is no P-value");
    }

    @Test
    void commentsInsideAnItemAreToldToo() {
        String file =
                """
                <gs_provision><config version="2">
                <item name="a"><!-- of a.b -->
                <part name="b">1</part></item>
                </config></gs_provision>
                """;
        assertThat(told(file)).containsExactly("1 config 2", "2 comment  of a.b ", "3 a.b=1");
    }

    private static List<String> told(String file) {
        byte[] octets = file.getBytes(StandardCharsets.UTF_8);
        var recorder = new Recorder(file);
        XmlReader.read(octets, recorder);
        return recorder.told;
    }

    /** Of a file in ASCII. */
    private static final class Recorder implements XmlContent {

        private final String file;
        private final List<String> told = new ArrayList<>();

        Recorder(String file) {
            this.file = file;
        }

        @Override
        public void mac(Optional<MacAddress> mac, XmlPlace place) {
            tell("mac " + mac.map(MacAddress::toString).orElse("none"), place);
        }

        @Override
        public void config(Optional<String> version, XmlPlace place) {
            tell("config " + version.orElse("none"), place);
        }

        @Override
        public void setting(Setting setting, XmlPlace place) {
            tell(setting.p() + "=" + setting.value(), place);
        }

        @Override
        public void setting(AliasSetting setting, XmlPlace place) {
            tell(setting.alias() + "=" + setting.value(), place);
        }

        @Override
        public void comment(String text, XmlPlace place) {
            tell("comment " + text, place);
        }

        @Override
        public void oddity(String why, XmlPlace place) {
            tell("oddity " + why, place);
        }

        private void tell(String what, XmlPlace place) {
            long before = file.substring(0, place.offset()).lines().count();
            boolean inside = place.offset() > 0 && file.charAt(place.offset() - 1) != '\n';
            assertThat(place.line()).isEqualTo(inside ? (int) before : (int) before + 1);
            told.add(place.line() + " " + what);
        }
    }
}
