package org.fingerpost.redirect.phone;

import java.util.Locale;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.CarriedName;
import org.fingerpost.formats.request.RequestedFile;

/**
 * What a path asks this door for.
 *
 * <pre>
 * path    = 1*"/" name / 1*"/" "gs" 1*"/" *( segment "/" ) name
 * name    = [ prefix ] ( own / generic ) [ postfix ]
 * own     = "cfg" mac [ ".bin" / ".xml" ] / "dev" mac ".cfg"
 * generic = "cfg" [ model ] ".xml" / "cfg.txt"
 * </pre>
 *
 * <p>Letters in any case, the MAC address in any spelling. Where a postfix lands in a name with an
 * extension is not known, so it may stand on either side of {@code .xml}.
 *
 * @param form the dialect of the answer
 * @param mac that of the name
 * @param model that of the name, empty if it has none
 * @param carries whether there is a prefix or postfix
 * @param name without prefix and postfix, in one spelling
 */
record AskedFile(Form form, Optional<MacAddress> mac, String model, boolean carries, String name) {
    enum Form {
        BINARY,
        XML,
        /** For any phone: who asks is known from the User-Agent, if at all. */
        GENERIC_XML,
        /** The same, of the families that read no XML. */
        GENERIC_BINARY,
        /** No config file, but below {@code /gs/}. */
        OTHER,
        /** Not this door's. */
        FOREIGN
    }

    private static final String DIRECTORY = "gs/";
    private static final String TEXT = "cfg.txt";
    private static final AskedFile NOT_OURS = new AskedFile(Form.FOREIGN, "", "");

    private AskedFile(Form form, String model, String name) {
        this(form, Optional.empty(), model, false, name);
    }

    static AskedFile of(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        boolean below = path.startsWith(DIRECTORY, start);
        if (!below && path.indexOf('/', start) >= 0) {
            return NOT_OURS;
        }
        AskedFile asked =
                switch (RequestedFile.of(path)) {
                    case RequestedFile.OwnBinary(MacAddress mac, boolean dotBin) ->
                            own(Form.BINARY, mac, dotBin ? ".bin" : "");
                    case RequestedFile.OwnXml(MacAddress mac) -> own(Form.XML, mac, ".xml");
                    case RequestedFile.GenericXml() ->
                            new AskedFile(Form.GENERIC_XML, "", "cfg.xml");
                    case RequestedFile.ModelXml(String model) ->
                            new AskedFile(Form.GENERIC_XML, model, "cfg" + model + ".xml");
                    case RequestedFile.Other() ->
                            RequestedFile.lastSegment(path)
                                    .filter(name -> !name.isEmpty())
                                    .map(AskedFile::unusual)
                                    .orElse(NOT_OURS);
                };
        return asked.form == Form.OTHER && !below ? NOT_OURS : asked;
    }

    private static AskedFile own(Form form, MacAddress mac, String extension) {
        return new AskedFile(form, Optional.of(mac), "", false, "cfg" + mac + extension);
    }

    /** Names that only some phones ask for, or that carry a prefix or postfix. */
    private static AskedFile unusual(String name) {
        if (name.equalsIgnoreCase(TEXT)) {
            return new AskedFile(Form.GENERIC_BINARY, "", TEXT);
        }
        return CarriedName.find(name)
                .map(AskedFile::carried)
                .orElseGet(() -> new AskedFile(Form.OTHER, "", name));
    }

    private static AskedFile carried(CarriedName carried) {
        Form form =
                switch (carried.kind()) {
                    case BINARY -> Form.BINARY;
                    case XML -> Form.XML;
                    case GENERIC_XML -> Form.GENERIC_XML;
                };
        // A generic name without anything around it was read before: this one carries something.
        boolean carries = carried.carries() || form == Form.GENERIC_XML;
        return new AskedFile(form, carried.mac(), "", carries, carried.name());
    }

    /** Whether it is a file of firmware, by its name. */
    boolean isFirmware() {
        return form == Form.OTHER && name.toLowerCase(Locale.ROOT).endsWith(".bin");
    }
}
