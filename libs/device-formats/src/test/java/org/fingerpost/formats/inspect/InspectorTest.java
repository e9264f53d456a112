package org.fingerpost.formats.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fingerpost.formats.inspect.Inspection.Fact;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.Sealing;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectorTest {

    private static final byte[] XML =
            ProvisioningXml.write(
                    MacAddress.parse("000b82123456"), PValues.of(Setting.of("P34", "hunter2")));

    @Test
    void ourXmlIsSoundAndItsValuesAreNotQuoted() {
        Inspection found = Inspector.inspect(XML);
        assertEquals(FileKind.XML_P_VALUES, found.kind());
        assertThat(found.faults()).isEmpty();
        assertThat(found.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "<gs_provision><config version='2'/></gs_provision>, XML_ALIASES, true",
        "<?xml version='1.0'?> <!-- a --> <gs_provision version='1'><config"
                + " version=\"1\"/></gs_provision>, XML_P_VALUES, true",
        "<gs_provision><config version='3'/></gs_provision>, XML_OTHER, false",
        "<gs_provision/>, XML_OTHER, false",
        "<!DOCTYPE html><html><body>404</body></html>, XML_OTHER, false",
        "<feed/>, XML_OTHER, false",
        "'# GXP\nP271 = 1\n', TEXT_TEMPLATE, true",
        "P271=1, TEXT_TEMPLATE, true",
        "dear phone, UNKNOWN, true",
        "'', EMPTY, false",
    })
    void kindOfATextIsFoundInAnyEncoding(String text, FileKind kind, boolean sound) {
        for (Charset charset :
                new Charset[] {
                    StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16
                }) {
            Inspection found = Inspector.inspect(text.getBytes(charset));
            assertEquals(kind, found.kind(), charset.name());
            assertEquals(sound, found.isSound());
        }
    }

    @Test
    void sealedFileIsKnownByItsSalt() {
        byte[] sealed = Sealing.seal(XML, ConfigKey.of("p"), KeyDigest.MD5, Salt.random());
        assertEquals(FileKind.SEALED, Inspector.inspect(sealed).kind());
        assertThat(Inspector.inspect(sealed).isSound()).isTrue();
        assertThat(Inspector.inspect(Arrays.copyOf(sealed, sealed.length - 1)).isSound()).isFalse();
        assertThat(Inspector.inspect(Arrays.copyOf(sealed, 16)).isSound()).isFalse();
        Inspection base64 = Inspector.inspect(Base64.getMimeEncoder().encode(sealed));
        assertEquals(FileKind.SEALED_BASE64, base64.kind());
        assertThat(base64.isSound()).isFalse();
    }

    @Test
    void sealedFileWithoutASaltIsNotGuessedAt() {
        byte[] sealed = Sealing.seal(XML, ConfigKey.of("p"), KeyDigest.MD5, Salt.none());
        Inspection found = Inspector.inspect(sealed);
        assertEquals(FileKind.UNKNOWN, found.kind());
        assertThat(found.facts())
                .extracting(Fact::text)
                .anyMatch(t -> t.contains("without a salt"));
    }

    @Test
    void containerOfFirmwareTellsItsMembers() {
        var file = ByteBuffer.allocate(648 + 30).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 0x23c97af9);
        file.put(4, "ht802boot.bin".getBytes(StandardCharsets.US_ASCII));
        file.put(68, "ht802core.bin".getBytes(StandardCharsets.US_ASCII));
        file.putInt(452, 10).putInt(456, 20);
        file.put(480, new byte[] {1, 0, 10, 2});
        Inspection found = Inspector.inspect(file.array());
        assertEquals(FileKind.FIRMWARE_CONTAINER, found.kind());
        assertThat(found.faults()).isEmpty();
        assertThat(found.facts())
                .contains(
                        new Fact("ht802boot.bin", "version 1.0.10.2, 10 bytes"),
                        new Fact("ht802core.bin", "version 0.0.0.0, 20 bytes"));
        assertThat(Inspector.inspect(Arrays.copyOf(file.array(), 670)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("8 are missing"));
        assertThat(Inspector.inspect(Arrays.copyOf(file.array(), 600)).isSound()).isFalse();
    }

    @Test
    void olderImageTellsNameVersionAndDate() {
        var file = ByteBuffer.allocate(64);
        file.putInt(32).putShort((short) 0).put(new byte[] {1, 2, 5, 3});
        file.putShort((short) 2010).put(new byte[] {6, 30, 23, 59});
        file.put("gxp2000e.bin".getBytes(StandardCharsets.US_ASCII));
        Inspection found = Inspector.inspect(file.array());
        assertEquals(FileKind.FIRMWARE_IMAGE, found.kind());
        assertThat(found.faults()).isEmpty();
        assertThat(found.facts())
                .contains(
                        new Fact("name", "gxp2000e.bin"),
                        new Fact("version", "1.2.5.3"),
                        new Fact("built", "2010-06-30 23:59"));
        assertThat(Inspector.inspect(Arrays.copyOf(file.array(), 60)).isSound()).isFalse();
    }

    @Property
    void anyBytesAreInspected(@ForAll byte[] noise) {
        assertThat(Inspector.inspect(noise).facts()).isNotEmpty();
    }

    @Test
    void idsOfKindsArePermanent() {
        assertThat(FileKind.values())
                .extracting(FileKind::id)
                .containsExactly(
                        "cfg-binary",
                        "cfg-encrypted",
                        "xml-1",
                        "xml-2",
                        "xml-other",
                        "sealed",
                        "sealed-base64",
                        "text-template",
                        "firmware-container",
                        "firmware-image",
                        "empty",
                        "unknown");
    }
}
