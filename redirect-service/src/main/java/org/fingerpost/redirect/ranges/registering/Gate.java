package org.fingerpost.redirect.ranges.registering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.ouis.Ouis;
import org.fingerpost.redirect.possession.PossessionVerifier;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.MacRange;
import org.fingerpost.redirect.ranges.Wish;

/**
 * What a provider has to meet before its wish is looked at. The operator, who has looked, passes.
 */
@ApplicationScoped
public class Gate {
    private final Ouis ouis;
    private final PossessionVerifier possession;

    public Gate(Ouis ouis, PossessionVerifier possession) {
        this.ouis = ouis;
        this.possession = possession;
    }

    /** Nothing if the wish passes. */
    public Optional<Assignment> check(Caller by, Wish wish) {
        return switch (by) {
            case Caller.Operator() -> Optional.empty();
            case Caller.OfProvider(long provider) ->
                    unknownOui(wish).or(() -> notHeld(provider, wish));
        };
    }

    private Optional<Assignment> unknownOui(Wish wish) {
        return ouis.unknown(wish.range().first(), wish.range().last())
                .map(Assignment.UnknownOui::new);
    }

    private Optional<Assignment> notHeld(long provider, Wish wish) {
        MacRange range = wish.range();
        return possession.holds(provider, range.first(), range.last(), wish.proofs())
                ? Optional.empty()
                : Optional.of(new Assignment.ClashesWithForeign());
    }
}
