package org.fingerpost.cli.models;

import static org.fingerpost.cli.models.Asked.BINARY;
import static org.fingerpost.cli.models.Asked.GENERIC_XML;
import static org.fingerpost.cli.models.Asked.MODEL_XML;
import static org.fingerpost.cli.models.Asked.TEXT;
import static org.fingerpost.cli.models.Asked.XML;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which order a family asks for its configuration; it differs by family and firmware. */
public enum RequestOrder {
    /** The vendor's figure 1: GXP21xx, GXP14xx, HT5xx, HT7xx and most others. */
    FIGURE_1(BINARY, XML, GENERIC_XML),
    /** HT502 1.0.7.6, GXP1100 1.0.4.23, GXP2130 1.0.1.14. */
    XML_FIRST(XML, BINARY, GENERIC_XML),
    /** GXP17xx, GRP26xx. */
    WITH_MODEL(BINARY, XML, MODEL_XML, GENERIC_XML),
    /** The default of P8501 on HT801V2 and HT802V2. */
    XML_FIRST_WITH_MODEL(XML, BINARY, MODEL_XML, GENERIC_XML),
    /** BT200, which knows no XML. */
    TEXT_FIRST(TEXT, BINARY);

    private final List<Asked> files;

    RequestOrder(Asked... files) {
        this.files = List.of(files);
    }

    public List<Asked> files() {
        return files;
    }

    /** As it is written on a command line: {@code xml-first}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RequestOrder> of(String word) {
        return Arrays.stream(values()).filter(order -> order.word().equals(word)).findFirst();
    }
}
