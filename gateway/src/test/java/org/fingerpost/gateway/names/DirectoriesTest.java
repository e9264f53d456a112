package org.fingerpost.gateway.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.gateway.names.Destination.At;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");

    @Test
    void bothFormsOfARedirectSayWhereAPhoneBelongs() {
        PValues redirect =
                PValues.builder()
                        .put("P237", "prov.example.net:8082/p/key")
                        .put("P192", "prov.example.net/fw/key/GXP21xx/1.0.7.5/")
                        .build();
        byte[] binary = CfgBinary.encode(MAC, redirect);
        byte[] xml = ProvisioningXml.write(redirect);
        assertThat(Directories.ofConfig(binary)).contains("/p/key");
        assertThat(Directories.ofConfig(xml)).contains("/p/key");
        assertThat(Directories.ofFirmware(binary)).contains("/fw/key/GXP21xx/1.0.7.5");
    }

    @Test
    void whatADirectoryIsCalledIsEncodedAsInANameByTftp() {
        PValues redirect = PValues.builder().put("P237", "host//p/key/a+b//c/").build();
        assertThat(Directories.ofConfig(ProvisioningXml.write(redirect)))
                .contains("/p/key/a%2Bb/c");
    }

    @Test
    void firmwareMayLieBesideTheConfiguration() {
        PValues redirect = PValues.builder().put("P192", "host/p/key").build();
        assertThat(Directories.ofFirmware(ProvisioningXml.write(redirect))).contains("/p/key");
    }

    @Test
    void whatLeadsElsewhereLeadsNowhereHere() {
        for (String url :
                new String[] {
                    "host",
                    "host/",
                    "host/gs",
                    "host/p",
                    "host/x/p/key",
                    "host/p/../q",
                    "host/p/key?a",
                    "host/p/key#a",
                    "host/p/key%2Fa",
                    "host/p/a b"
                }) {
            PValues redirect = PValues.builder().put("P237", url).build();
            assertThat(Directories.ofConfig(ProvisioningXml.write(redirect))).as(url).isEmpty();
        }
        assertThat(Directories.ofConfig(new byte[0])).isEmpty();
        assertThat(Directories.ofConfig("<?xml".getBytes())).isEmpty();
        assertThat(Directories.ofConfig(ProvisioningXml.write(PValues.none()))).isEmpty();
    }

    @Test
    void anHttpRedirectIsFollowedToAProvidersDirectoryOnly() {
        assertThat(Directories.ofLocation("http://host/p/key/cfg000b82123456.xml"))
                .contains(new At(Door.CONFIG, "/p/key/cfg000b82123456.xml"));
        assertThat(Directories.ofLocation("http://host/gs/cfg000b82123456.xml")).isEmpty();
        assertThat(Directories.ofLocation("http://host/p/key/cfg.xml?a")).isEmpty();
        assertThat(Directories.ofLocation("http://host/p/k%65y/cfg.xml")).isEmpty();
        assertThat(Directories.ofLocation("http://host/p/key/cfg.xml#a")).isEmpty();
        assertThat(Directories.ofLocation("http://host")).isEmpty();
        assertThat(Directories.ofLocation("/p/key/cfg.xml")).isEmpty();
    }
}
