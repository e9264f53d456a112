package org.fingerpost.config.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.config.groups.GroupGuard;
import org.fingerpost.config.layers.Shelf;
import org.fingerpost.config.shapes.Shapes;
import org.fingerpost.problems.Problem;

/** Refuses what would leave a phone without its file. For use within one transaction. */
@ApplicationScoped
public class Completeness implements GroupGuard {
    private final PublishedSheets published;
    private final Shapes shapes;

    Completeness(PublishedSheets published, Shapes shapes) {
        this.published = published;
        this.shapes = shapes;
    }

    /** Were these sheets the provider's, each of its devices would have a file. */
    public void check(long provider, Shelf shelf) {
        Reviewer reviewer = new Reviewer(shelf, shelf);
        shapes.of(provider).forEach(reviewer::lookAhead);
        reviewer.missing().stream()
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
