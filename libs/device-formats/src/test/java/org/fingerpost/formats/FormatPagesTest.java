package org.fingerpost.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.RequestedFile;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.junit.jupiter.api.Test;

/** The pages in docs/formats say what the code does. */
class FormatPagesTest {

    @Test
    void workedBinaryIsWhatTheCodeWritesAndReads() throws IOException {
        FormatPage page = FormatPage.read("cfg-binary.md");
        assertArrayEquals(page.bytes(), CfgBinary.encode(page.mac(), page.settings()));
        assertEquals(new CfgFile(page.mac(), page.settings()), CfgBinary.decode(page.bytes()));
        assertThat(page.text()).contains("becomes " + page.bytes().length + " bytes");
    }

    @Test
    void workedXmlIsWhatTheCodeWrites() throws IOException {
        FormatPage page = FormatPage.read("provisioning-xml.md");
        assertArrayEquals(page.bytes(), ProvisioningXml.write(page.mac(), page.settings()));
        assertThat(page.text()).contains("becomes " + page.bytes().length + " bytes");
    }

    @Test
    void workedRequestIsReadAsThePageSays() throws IOException {
        FormatPage page = FormatPage.read("requests.md");
        String[] lines = new String(page.bytes(), StandardCharsets.US_ASCII).split("\r\n");
        String file = RequestedFile.of(lines[0].split(" ")[1]).toString();
        String agent = UserAgent.parse(lines[1].substring("User-Agent: ".length())).toString();
        assertThat(page.text()).contains("is read as `" + file + "`, asked for by `" + agent + "`");
    }

    @Test
    void pathsAreReadAsTheTableSays() throws IOException {
        List<List<String>> rows = FormatPage.read("requests.md").rows("/");
        assertThat(rows).hasSize(10);
        rows.forEach(row -> assertEquals(row.get(1), RequestedFile.of(row.get(0)).toString()));
    }

    @Test
    void headersAreReadAsTheTableSays() throws IOException {
        FormatPage page = FormatPage.read("requests.md");
        assertThat(page.rows("Grandstream ")).hasSize(8).allSatisfy(FormatPagesTest::assertHeader);
        assertThat(page.rows("Mozilla")).hasSize(1).allSatisfy(FormatPagesTest::assertHeader);
    }

    private static void assertHeader(List<String> row) {
        UserAgent agent = UserAgent.parse(row.get(0));
        assertEquals(row.get(1), agent.model().orElse(""));
        assertEquals(row.get(2), agent.hardware().orElse(""));
        assertEquals(row.get(3), agent.version().orElse(""));
        String macs =
                agent.macs().stream().map(MacAddress::toString).collect(Collectors.joining(" "));
        assertEquals(row.get(4), macs);
    }
}
