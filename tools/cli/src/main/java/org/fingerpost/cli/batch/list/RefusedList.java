package org.fingerpost.cli.batch.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The devices that were refused, as a device list with two further columns, to be mended and read
 * again. It holds what they held, secrets too.
 */
public final class RefusedList implements Closeable {

    private static final String LINE = "line";
    private static final String REASON = "reason";

    /** Passed over where a list is read, so that this one can be. */
    public static final Set<String> OWN_COLUMNS = Set.of(LINE, REASON);

    private final CsvWriter writer;
    private final Set<Integer> old;

    public RefusedList(OutputStream to, DeviceList refusing) {
        writer =
                CsvWriter.builder()
                        .fieldSeparator(refusing.separator().character())
                        .build(to, StandardCharsets.UTF_8);
        List<String> names = refusing.header().names();
        old =
                IntStream.range(0, names.size())
                        .filter(i -> OWN_COLUMNS.contains(names.get(i)))
                        .boxed()
                        .collect(Collectors.toSet());
        write(names, LINE, REASON);
    }

    public void add(ListedDevice device, String reason) {
        write(device.cells(), Long.toString(device.line()), reason);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void write(List<String> cells, String line, String reason) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!old.contains(i)) {
                all.add(cells.get(i));
            }
        }
        all.add(line);
        all.add(reason);
        writer.writeRecord(all);
    }
}
