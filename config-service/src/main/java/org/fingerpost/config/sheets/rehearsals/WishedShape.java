package org.fingerpost.config.sheets.rehearsals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.config.shapes.Shape;
import org.fingerpost.config.shapes.Shapes.Alike;
import org.fingerpost.formats.mac.MacAddress;

/** A device as far as sheets go: its place in the layers, and what it says itself. */
record WishedShape(MacAddress mac, Shape shape) {

    /** Those of one shape as one. */
    static List<Alike> alike(long provider, List<WishedShape> devices) {
        Map<Shape, List<WishedShape>> byShape = new LinkedHashMap<>();
        devices.forEach(device ->
                byShape.computeIfAbsent(device.shape, _ -> new ArrayList<>()).add(device));
        return byShape.entrySet().stream()
                .map(each ->
                        new Alike(
                                provider,
                                each.getKey(),
                                each.getValue().getFirst().mac,
                                each.getValue().size()))
                .toList();
    }
}
