package org.fingerpost.cli.batch.order;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.fingerpost.formats.mac.MacAddress;

/**
 * MAC addresses in a row without a gap, of one model, as they are printed on a carton.
 *
 * @param last is in it too
 * @param model empty if none is told
 */
record MacSpan(MacAddress first, MacAddress last, String model) {

    /** The fewest that hold just these addresses, ascending. */
    static List<MacSpan> of(SortedMap<MacAddress, String> models) {
        List<MacSpan> spans = new ArrayList<>();
        models.forEach((mac, model) -> {
            MacSpan before = spans.isEmpty() ? new MacSpan(mac, mac, model) : spans.getLast();
            if (before.last().bits() + 1 == mac.bits() && before.model().equals(model)) {
                spans.set(spans.size() - 1, new MacSpan(before.first(), mac, model));
            } else {
                spans.add(new MacSpan(mac, mac, model));
            }
        });
        return spans;
    }

    long count() {
        return last.bits() - first.bits() + 1;
    }
}
