package org.fingerpost.cli.batch.make;

import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.batch.list.DeviceList;
import org.fingerpost.cli.batch.list.ListedDevice;
import org.fingerpost.cli.batch.make.Outcome.DeviceFile;
import org.fingerpost.cli.batch.template.Columns;
import org.fingerpost.cli.batch.template.Filling;
import org.fingerpost.cli.batch.template.HoledTemplate;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.ProvisioningXml;

/**
 * Makes the files of listed devices. The same device always makes the same bytes; any number of
 * threads may ask.
 */
public final class DeviceFiles {

    private final Columns columns;
    private final Filling filling;
    private final Form form;
    private final Sealer sealer;

    public DeviceFiles(HoledTemplate template, Columns columns, Form form) {
        this.columns = columns;
        this.filling = new Filling(template, columns);
        this.form = form;
        this.sealer = new Sealer(form.seal(), columns);
    }

    public Outcome of(ListedDevice device) {
        try {
            check(device);
            MacAddress mac = mac(device);
            PValues settings = filling.fill(mac, device.cells());
            List<DeviceFile> files = new ArrayList<>(form.formats().size());
            for (FileFormat format : form.formats()) {
                files.add(
                        new DeviceFile(
                                form.names().of(mac, format),
                                bytes(format, mac, settings, device.cells())));
            }
            return new Outcome.Made(mac, columns.model(device), files);
        } catch (IllegalArgumentException wrong) {
            return new Outcome.Refused(device, wrong.getMessage());
        }
    }

    private byte[] bytes(FileFormat format, MacAddress mac, PValues settings, List<String> cells) {
        return switch (format) {
            case BINARY -> CfgBinary.encode(mac, settings, form.variants());
            case XML -> sealer.seal(ProvisioningXml.write(mac, settings), settings, cells);
        };
    }

    private void check(ListedDevice device) {
        if (device.damaged()) {
            throw new IllegalArgumentException(
                    "a quote in it does not close, or something follows one that did");
        }
        if (device.cells().size() != columns.count()) {
            throw new IllegalArgumentException(
                    "it has %d cells, the header %d"
                            .formatted(device.cells().size(), columns.count()));
        }
        for (int i = 0; i < device.cells().size(); i++) {
            if (device.cells().get(i).indexOf(DeviceList.NOT_UTF_8) >= 0) {
                throw new IllegalArgumentException(
                        "the column \"%s\" is not UTF-8; have the spreadsheet save it as CSV UTF-8"
                                .formatted(columns.name(i)));
            }
        }
    }

    private MacAddress mac(ListedDevice device) {
        MacAddress mac = columns.mac(device).orElseThrow(() -> noMac(columns.macText(device)));
        if (mac.isMulticast() || mac.isZero()) {
            throw new IllegalArgumentException(mac + " is no device's MAC address");
        }
        return mac;
    }

    /** Not quoted: if cells have slipped, a password stands there. */
    private static IllegalArgumentException noMac(String text) {
        if (text.isEmpty()) {
            return new IllegalArgumentException("the column mac is empty");
        }
        boolean shortened =
                text.matches("[0-9A-Fa-f]{1,11}") || text.matches("[0-9.,]+E[+]?[0-9]+");
        return new IllegalArgumentException(
                "the column mac holds no MAC address, which is twelve hexadecimal digits"
                        + (shortened
                                ? "; spreadsheets take zeros away unless the column is text"
                                : ""));
    }
}
