package org.fingerpost.cli.batch.out;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fingerpost.formats.mac.MacAddress;

/**
 * All files of one run's devices, in the order of the device list, whether this run wrote them or
 * an earlier one. On disk, since it may be long.
 *
 * <pre>
 * mac,model,file,bytes,sha256
 * 000b82123456,GXP2160,cfg000b82123456,612,9f86d081...
 * </pre>
 */
public final class Listing implements Closeable {

    private final Path path;
    private final CsvWriter writer;

    /** One line of it; the model may be empty. */
    public record Listed(MacAddress mac, String model, StoredFile file) {}

    public Listing(Path path) throws IOException {
        this.path = path;
        writer = CsvWriter.builder().build(path);
        writer.writeRecord("mac", "model", "file", "bytes", "sha256");
    }

    public Path path() {
        return path;
    }

    public void add(Listed listed) {
        StoredFile file = listed.file();
        writer.writeRecord(
                listed.mac().toString(),
                listed.model(),
                file.name(),
                Long.toString(file.size()),
                file.sha256());
    }

    /** Nothing more will be added. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Tells of each line of a closed listing. */
    public static void read(Path path, Consumer<Listed> each) throws IOException {
        try (var records = CsvReader.builder().ofNamedCsvRecord(path)) {
            records.forEach(record -> each.accept(listed(record)));
        }
    }

    private static Listed listed(NamedCsvRecord record) {
        var file =
                new StoredFile(
                        record.getField("file"),
                        Long.parseLong(record.getField("bytes")),
                        record.getField("sha256"));
        return new Listed(MacAddress.parse(record.getField("mac")), record.getField("model"), file);
    }
}
