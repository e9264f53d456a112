package org.fingerpost.config.layers;

import org.fingerpost.config.layers.shelves.FirmwareOffer;
import org.fingerpost.config.layers.shelves.OpenSheet;

/**
 * Who said it: a layer, and where the layer has it from a template, the template.
 *
 * @param layer {@code platform}, {@code firmware}, {@code group/berlin} …, {@code device}, {@code
 *     account/1}, or {@code service} for what this service adds by itself
 * @param template empty if it is the layer's own
 * @param revision of the template, or else of the layer; of firmware the number of the release; 0
 *     if there is none
 */
public record Origin(String layer, String template, long revision, String author) {

    static Origin of(OpenSheet sheet) {
        return new Origin(sheet.name().toString(), "", sheet.revision(), sheet.author());
    }

    static Origin of(OpenSheet layer, OpenSheet template) {
        return new Origin(
                layer.name().toString(),
                template.name().name(),
                template.revision(),
                template.author());
    }

    /** What the firmware service offers; its author is a version. */
    static Origin of(FirmwareOffer offer) {
        return new Origin("firmware", "", offer.release(), "version " + offer.version());
    }

    /** What this service adds by itself. */
    public static Origin service() {
        return new Origin("service", "", 0, "");
    }
}
