package org.fingerpost.redirect.probes;

import java.time.Instant;
import java.util.List;
import org.fingerpost.redirect.probes.looks.FileSeen;
import org.fingerpost.redirect.probes.looks.Point;

/**
 * What was seen of a target server.
 *
 * @param mac whose files were asked for
 */
public record Probe(long targetServerId, Instant at, String mac, List<Side> sides) {

    /**
     * One of its two addresses.
     *
     * @param role {@code config} or {@code firmware}
     * @param points in the order in which a phone would come to them; it ends where a phone would
     * @param files each that a phone would ask for there, if the points let it get so far
     */
    public record Side(String role, String url, List<Point> points, List<FileSeen> files) {}
}
