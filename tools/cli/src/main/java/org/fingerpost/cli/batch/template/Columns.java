package org.fingerpost.cli.batch.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.fingerpost.cli.batch.list.Header;
import org.fingerpost.cli.batch.list.ListedDevice;
import org.fingerpost.cli.batch.list.RefusedList;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;

/** What the columns of a list are for. */
public final class Columns {

    private static final String MAC = "mac";
    private static final String MODEL = "model";

    private final Header header;
    private final int mac;
    private final OptionalInt model;
    private final Map<PValue, Integer> pValues;

    private Columns(Header header, int mac, Map<PValue, Integer> pValues) {
        this.header = header;
        this.mac = mac;
        this.model = header.findInAnyCase(MODEL);
        this.pValues = pValues;
    }

    /**
     * @param others columns that are used beside the template's holes, and so have to be there
     * @param ignored columns that are there and not to be used
     * @throws Complaint if there is no column mac, a column is of no use, or a hole has no column
     */
    public static Columns of(
            Header header, HoledTemplate template, Set<String> others, Set<String> ignored) {
        int mac = header.findInAnyCase(MAC).orElseThrow(() -> noMac(header));
        template.holes()
                .forEach((hole, line) -> {
                    if (header.find(hole).isEmpty() && !isOwn(hole)) {
                        throw new Complaint(
                                "template line %d: for the hole ${%s} the device list has no column"
                                        .formatted(line, hole));
                    }
                });
        others.stream()
                .filter(other -> header.find(other).isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw new Complaint("line 1: there is no column \"" + other + "\"");
                });
        SequencedMap<PValue, Integer> pValues = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.names().get(i);
            if (ignored.contains(name)) {
                continue;
            }
            if (name.matches("[Pp][0-9]+")) {
                pValues.put(pValue(name), i);
            } else if (!isOwn(name)
                    && !template.holes().containsKey(name)
                    && !others.contains(name)
                    && !RefusedList.OWN_COLUMNS.contains(name)) {
                throw new Complaint(
                        "line 1: the column \"%s\" is neither mac, model, a P-value nor a hole of the template; --ignore passes over it"
                                .formatted(name));
            }
        }
        return new Columns(header, mac, pValues);
    }

    private static boolean isOwn(String name) {
        return name.equalsIgnoreCase(MAC) || name.equalsIgnoreCase(MODEL);
    }

    private static Complaint noMac(Header header) {
        return new Complaint(
                "line 1: no column is called mac; it is the header that names the columns, and"
                        + " there are "
                        + header.size());
    }

    private static PValue pValue(String name) {
        try {
            return PValue.parse(name);
        } catch (IllegalArgumentException wrong) {
            throw new Complaint("line 1: a column is " + wrong.getMessage(), wrong);
        }
    }

    /** The address, if the device has as many cells as it should and that one is good. */
    public Optional<MacAddress> mac(ListedDevice device) {
        return mac < device.cells().size()
                ? MacAddress.find(device.cells().get(mac).strip())
                : Optional.empty();
    }

    /** What stands where the address should. */
    public String macText(ListedDevice device) {
        return device.cells().get(mac).strip();
    }

    /** The model, empty if none is told. */
    public String model(ListedDevice device) {
        return model.isPresent() ? device.cells().get(model.getAsInt()).strip() : "";
    }

    public int count() {
        return header.size();
    }

    public String name(int column) {
        return header.names().get(column);
    }

    boolean isMac(int column) {
        return column == mac;
    }

    /** Where the column is that the template or an option names. */
    public OptionalInt find(String name) {
        return isOwn(name) ? header.findInAnyCase(name) : header.find(name);
    }

    /** The columns that set a P-value, in their order. */
    Map<PValue, Integer> pValues() {
        return pValues;
    }
}
