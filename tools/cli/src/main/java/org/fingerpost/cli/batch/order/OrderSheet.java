package org.fingerpost.cli.batch.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.cli.batch.out.Listing;
import org.fingerpost.formats.mac.MacAddress;

/**
 * The sheet for people. The listing goes with it as {@value #LISTING}; the sheet names its digest,
 * so that who has the sheet can tell whether files and listing are those that were meant.
 */
public final class OrderSheet {

    public static final String SHEET = "order.txt";
    public static final String LISTING = "order.csv";

    private static final String NO_MODEL = "(no model told)";

    private final Order order;
    private final SortedMap<MacAddress, String> models = new TreeMap<>();
    private long files;
    private long bytes;

    public OrderSheet(Order order) {
        this.order = order;
    }

    /**
     * The text, which tells no time: the same order makes the same sheet.
     *
     * @param sha256 of the listing
     */
    public String of(Path listing, String sha256) throws IOException {
        Listing.read(listing, this::count);
        List<MacSpan> spans = MacSpan.of(models);
        var text = new StringBuilder("ORDER: PRE-CONFIGURATION AND REDIRECTION\n\n");
        line(text, "Company", order.company());
        line(text, "Address", order.address());
        order.contact().ifPresent(contact -> line(text, "Contact", contact));
        line(text, "Target server", order.targetServer());
        line(text, "Firmware", order.firmware().orElse("latest official release"));
        line(text, "Devices", Integer.toString(models.size()));
        SortedMap<String, Long> counts = new TreeMap<>();
        spans.forEach(span -> counts.merge(span.model(), span.count(), Long::sum));
        counts.forEach((model, count) -> line(text, "", "%7d  %s".formatted(count, shown(model))));
        text.append("\nMAC ADDRESSES, first to last, both included\n\n");
        for (MacSpan span : spans) {
            text.append(
                    "%s - %s  %7d  %s\n"
                            .formatted(
                                    span.first(), span.last(), span.count(), shown(span.model())));
        }
        text.append("\nFILES\n\n");
        line(
                text,
                "Files",
                "%d, %d bytes; each with its SHA-256 in %s".formatted(files, bytes, LISTING));
        line(text, LISTING, "SHA-256 " + sha256);
        return text.toString();
    }

    private void count(Listing.Listed listed) {
        models.put(listed.mac(), listed.model());
        files++;
        bytes += listed.file().size();
    }

    private static String shown(String model) {
        return model.isEmpty() ? NO_MODEL : model;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-15s%s\n".formatted(name, value));
    }
}
