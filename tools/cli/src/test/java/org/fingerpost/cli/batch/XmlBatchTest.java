package org.fingerpost.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Sealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches of XML files, and their passwords. */
class XmlBatchTest {
    private static final String MAC = "000b82123456";

    @TempDir private Path folder;

    private Office office() {
        return new Office(folder);
    }

    @Test
    void xmlIsSealedUnderTheDevicesOwnPassword() {
        String list = "mac,P1359\n000b82000001,Tq8;x!Zw\n000b82000002,\n000b82000003,a b\n";

        var ran = office().run("P3=a", list, "--seal");

        assertThat(ran.err())
                .contains("line 3 refused: it has no P1359", "line 4 refused: the XML password")
                .doesNotContain("a b");
        byte[] sealed = office().bytes("cfg000b82000001.xml");
        byte[] xml = Sealing.open(sealed, "Tq8;x!Zw", KeyDigest.MD5);
        assertThat(new String(xml, StandardCharsets.UTF_8)).contains("<P3>a</P3>");
        assertThat(office().run("P3=a", list, "--seal").text()).startsWith("0 made, 1 skipped");
    }

    @Test
    void passwordOfTheXmlMayStandInAColumnOfItsOwn() {
        String list = "mac,key\n" + MAC + ",Tq8;x!Zw\n";

        assertThat(office().run("P3=a", list, "--seal-column", "key").exit()).isZero();
        assertThat(office().binary(MAC).toString()).isEqualTo("[P3=a]");
        assertThat(Sealing.open(office().bytes("cfg" + MAC + ".xml"), "Tq8;x!Zw", KeyDigest.MD5))
                .isNotEmpty();
    }
}
