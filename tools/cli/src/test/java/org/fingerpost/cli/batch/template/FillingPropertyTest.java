package org.fingerpost.cli.batch.template;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.cli.batch.list.DeviceList;
import org.fingerpost.cli.batch.make.DeviceFiles;
import org.fingerpost.cli.batch.make.FileFormat;
import org.fingerpost.cli.batch.make.FileNames;
import org.fingerpost.cli.batch.make.Form;
import org.fingerpost.cli.batch.make.Outcome;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.template.TextTemplate;
import org.fingerpost.formats.xml.XmlFile;

class FillingPropertyTest {
    private static final String TEMPLATE = "P1=fixed\nP3=<${name}>${name} $${\nP34=none\n";
    private static final Form FORM =
            new Form(
                    EnumSet.allOf(FileFormat.class),
                    new FileNames("", ""),
                    Set.of(),
                    new Form.Seal.None());
    private static final MacAddress FIRST = MacAddress.parse("000b82000000");

    /** The cells of one device. */
    record Given(String name, String password) {}

    @Property(tries = 300)
    void filesOfAnyListSayWhatTheListSays(
            @ForAll("separators") char separator, @ForAll("devices") List<Given> devices)
            throws IOException {
        var list = new DeviceList(new ByteArrayInputStream(csv(separator, devices)));
        byte[] text = TEMPLATE.getBytes(StandardCharsets.UTF_8);
        var template = HoledTemplate.of(TextTemplate.read(text), warning -> {});
        var columns = Columns.of(list.header(), template, Set.of(), Set.of());
        var files = new DeviceFiles(template, columns, FORM);

        for (int i = 0; i < devices.size(); i++) {
            var made = (Outcome.Made) files.of(list.next().orElseThrow());
            PValues expected = expected(devices.get(i));
            assertThat(made.mac()).isEqualTo(FIRST.plus(i));
            assertThat(CfgBinary.decode(made.files().getFirst().bytes()).settings())
                    .isEqualTo(expected);
            var xml = (XmlFile.Numbered) XmlFile.read(made.files().getLast().bytes());
            assertThat(xml.settings()).isEqualTo(expected);
        }
        assertThat(list.next()).isEmpty();
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<List<Given>> devices() {
        Arbitrary<String> cells =
                Arbitraries.strings()
                        .withChars("a1 ,;\t\"'\r\n&<>%+=#${}\\")
                        .withCharRange('\u00a0', '\u07ff')
                        .ofMaxLength(12);
        Arbitrary<String> filled =
                cells.filter(cell -> !cell.isEmpty() && !cell.equals(Filling.CLEAR));
        return Combinators.combine(filled, cells).as(Given::new).list().ofMaxSize(8);
    }

    private static PValues expected(Given device) {
        String password =
                switch (device.password()) {
                    case "" -> "none";
                    case Filling.CLEAR -> "";
                    case String given -> given;
                };
        return PValues.builder()
                .put("P1", "fixed")
                .put("P3", "<" + device.name() + ">" + device.name() + " ${")
                .put("P34", password)
                .build();
    }

    private static byte[] csv(char separator, List<Given> devices) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            csv.writeRecord("mac", "name", "P34");
            for (int i = 0; i < devices.size(); i++) {
                Given device = devices.get(i);
                csv.writeRecord(FIRST.plus(i).toString(), device.name(), device.password());
            }
        }
        return text.toByteArray();
    }
}
