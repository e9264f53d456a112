package org.fingerpost.formats.request;

import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.RequestedFile.GenericXml;
import org.fingerpost.formats.request.RequestedFile.ModelXml;
import org.fingerpost.formats.request.RequestedFile.Other;
import org.fingerpost.formats.request.RequestedFile.OwnBinary;
import org.fingerpost.formats.request.RequestedFile.OwnXml;

/** Reads one decoded file name; grammar in {@link RequestedFile}. */
final class FileName {

    private static final String CFG = "cfg";
    private static final String XML = ".xml";
    private static final String BIN = ".bin";

    private FileName() {}

    static RequestedFile read(String name) {
        if (!name.regionMatches(true, 0, CFG, 0, CFG.length())) {
            return new Other();
        }
        if (endsWith(name, XML)) {
            return xml(middle(name, XML));
        }
        boolean dotBin = endsWith(name, BIN);
        return MacAddress.find(middle(name, dotBin ? BIN : ""))
                .<RequestedFile>map(mac -> new OwnBinary(mac, dotBin))
                .orElseGet(Other::new);
    }

    private static RequestedFile xml(String middle) {
        if (middle.isEmpty()) {
            return new GenericXml();
        }
        return MacAddress.find(middle)
                .<RequestedFile>map(OwnXml::new)
                .orElseGet(() -> Words.isModel(middle) ? new ModelXml(middle) : new Other());
    }

    private static boolean endsWith(String name, String extension) {
        int from = name.length() - extension.length();
        return from >= CFG.length()
                && name.regionMatches(true, from, extension, 0, extension.length());
    }

    private static String middle(String name, String extension) {
        return name.substring(CFG.length(), name.length() - extension.length());
    }
}
