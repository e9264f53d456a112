package org.fingerpost.cli.batch.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The devices that were refused, as a device list with a further column, to be mended and read
 * again. It holds what they held, secrets too.
 */
public final class RefusedList implements Closeable {

    /** Passed over where a list is read, so that this one can be. */
    public static final String REASON = "reason";

    private final CsvWriter writer;
    private final OptionalInt oldReason;

    public RefusedList(OutputStream to, DeviceList refusing) {
        writer =
                CsvWriter.builder()
                        .fieldSeparator(refusing.separator().character())
                        .build(to, StandardCharsets.UTF_8);
        oldReason = refusing.header().find(REASON);
        write(refusing.header().names(), REASON);
    }

    public void add(ListedDevice device, String reason) {
        write(device.cells(), reason);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void write(List<String> cells, String reason) {
        List<String> all = new ArrayList<>(cells);
        oldReason.ifPresent(at -> {
            if (at < all.size()) {
                all.remove(at);
            }
        });
        all.add(reason);
        writer.writeRecord(all);
    }
}
