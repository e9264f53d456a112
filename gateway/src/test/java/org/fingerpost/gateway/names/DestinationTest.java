package org.fingerpost.gateway.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.gateway.names.Destination.At;
import org.junit.jupiter.api.Test;

class DestinationTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");

    @Test
    void oneDirectoryHasTheFilesOfAllThreeDoors() {
        at("gs/cfg000b82123456", Door.REDIRECT, "/gs/cfg000b82123456");
        at("/gs/x/cfg.xml", Door.REDIRECT, "/gs/x/cfg.xml");
        at("p/key/token/cfg000b82123456.xml", Door.CONFIG, "/p/key/token/cfg000b82123456.xml");
        at("//p//key/cfg.xml", Door.CONFIG, "/p/key/cfg.xml");
        at("p/key/gs-cfg000b82123456.cfg", Door.CONFIG, "/p/key/gs-cfg000b82123456.cfg");
        at("p/key/dev000B82123456.cfg", Door.CONFIG, "/p/key/dev000B82123456.cfg");
        at("p/key/gxp2160fw.bin", Door.FIRMWARE, "/p/key/gxp2160fw.bin");
        at("p/key/phonebook.xml", Door.FIRMWARE, "/p/key/phonebook.xml");
        at("fw/key/HT502/1.0.7.6/ht502fw.bin", Door.FIRMWARE, "/fw/key/HT502/1.0.7.6/ht502fw.bin");
        at("fw/key/cfg.xml", Door.FIRMWARE, "/fw/key/cfg.xml");
    }

    @Test
    void whatIsOddInANameIsEscaped() {
        at("fw/key/a%2f:b#c?d.bin", Door.FIRMWARE, "/fw/key/a%252f%3Ab%23c%3Fd.bin");
    }

    @Test
    void aBareConfigFileIsSoughtAtItsProvider() {
        assertThat(of("cfg000b82123456"))
                .isEqualTo(new Destination.OfItsProvider("cfg000b82123456"));
        assertThat(of("/cfg.xml")).isEqualTo(new Destination.OfItsProvider("cfg.xml"));
        assertThat(of("cfg.txt")).isEqualTo(new Destination.OfItsProvider("cfg.txt"));
    }

    @Test
    void aBareFirmwareFileIsSoughtForAPhoneThatSaysWhoItIs() {
        assertThat(Destination.of("/ht502fw.bin", Optional.of(MAC)))
                .isEqualTo(new Destination.FirmwareFor(MAC, "ht502fw.bin"));
        assertThat(of("/ht502fw.bin")).isEqualTo(new Destination.Nowhere());
    }

    @Test
    void noNameLeadsAnywhereElse() {
        for (String name :
                new String[] {
                    "",
                    "/",
                    "p/key/",
                    "api/v1/devices",
                    "q/health",
                    "p/cfg.xml",
                    "fw/x.bin",
                    "p/../q/metrics",
                    "gs/./cfg.xml",
                    "p\\key\\cfg.xml",
                    "p/key/a b.bin",
                    "p/key/a\0b",
                    "p/key/\u00e4.bin",
                    "GS/cfg.xml",
                    "x/y/z",
                    "/a".repeat(17)
                }) {
            assertThat(of(name)).as(name).isEqualTo(new Destination.Nowhere());
        }
    }

    @Test
    void aPhonesOptionsAreToldInItsOwnWords() {
        Phone phone =
                phone(
                        Map.of(
                                "grandstream_MODEL", "HT-286",
                                "grandstream_ID", "00:0B:82:12:34:56",
                                "grandstream_REV_PHONE", "001.000.004.023",
                                "grandstream_REV_BOOT", "001.000.000.008",
                                "grandstream_NAT", "1"));
        assertThat(phone.behindNat()).isTrue();
        UserAgent agent = UserAgent.parse(phone.userAgent().orElseThrow());
        assertThat(agent.model()).contains("HT-286");
        assertThat(agent.version()).contains("1.0.4.23");
        assertThat(agent.mac()).contains(MAC);
        assertThat(phone.userAgent())
                .contains("Grandstream Model HW HT-286 SW 1.0.4.23 (boot:1.0.0.8) DevId " + MAC);
    }

    @Test
    void whatIsNoWordOfAPhonesIsLeftOut() {
        Phone odd =
                phone(
                        Map.of(
                                "grandstream_MODEL", "GXP\r\nHost: x",
                                "grandstream_ID", "000b82",
                                "grandstream_REV_PHONE", "1",
                                "grandstream_REV_BOOT", "1\r\n",
                                "grandstream_NAT", "yes"));
        assertThat(odd).isEqualTo(new Phone("", "", "", Optional.empty(), false));
        assertThat(odd.userAgent()).isEmpty();
        Phone silentOnModel = phone(Map.of("grandstream_ID", "000b82123456"));
        UserAgent agent = UserAgent.parse(silentOnModel.userAgent().orElseThrow());
        assertThat(agent.mac()).contains(MAC);
        assertThat(agent.model()).isEmpty();
    }

    private static Phone phone(Map<String, String> options) {
        return Phone.of(name -> Optional.ofNullable(options.get(name)));
    }

    private static void at(String name, Door door, String path) {
        assertThat(of(name)).as(name).isEqualTo(new At(door, path));
    }

    private static Destination of(String name) {
        return Destination.of(name, Optional.empty());
    }
}
