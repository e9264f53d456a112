package org.fingerpost.config.sheets.rehearsals;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.config.groups.GroupGuard;
import org.fingerpost.config.layers.shelves.Shelf;
import org.fingerpost.config.sheets.PublishedSheets;
import org.fingerpost.config.sheets.reviews.Reviews;
import org.fingerpost.problems.Problem;

/** Refuses what would leave a phone without its file. For use within one transaction. */
@ApplicationScoped
public class Completeness implements GroupGuard {
    private final PublishedSheets published;
    private final Reviews reviews;

    Completeness(PublishedSheets published, Reviews reviews) {
        this.published = published;
        this.reviews = reviews;
    }

    /** Were these sheets the provider's, each of its devices would have a file. */
    public void check(long provider, Shelf shelf) {
        reviews.missing(shelf, reviews.devices(provider)).stream()
                .findFirst()
                .ifPresent(hole -> {
                    throw Problem.conflict("hole-without-value", hole.sentence());
                });
    }

    @Override
    public void moved(long provider, String group) {
        check(provider, published.current());
    }
}
