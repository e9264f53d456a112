package org.fingerpost.config.sheets.rehearsals;

import java.util.List;
import org.fingerpost.config.layers.Difference;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.sheets.reviews.Review;

/**
 * What wished steps would mean, each on top of those before it.
 *
 * @param groups what the moves of groups alone would mean
 * @param missing holes for which devices that are changed at the end would have no value
 */
record Rehearsal(Review groups, List<Step> sheets, List<Review.Missing> missing) {

    /**
     * @param differences to what is published; none if publishing would change nothing
     */
    record Step(SheetName name, List<Difference> differences, Review review) {}
}
