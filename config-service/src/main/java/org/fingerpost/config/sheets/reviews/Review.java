package org.fingerpost.config.sheets.reviews;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.formats.pvalue.PValue;

/**
 * What publishing a sheet would mean.
 *
 * @param phones that would be told something else than now, the blast radius
 * @param changes value by value, secrets masked
 * @param missing holes for which some phone has no value: with one of them nothing is published
 * @param errors what the catalogue refuses: with one of them nothing is published
 * @param warnings what the catalogue has to say besides
 * @param cutOffs settings by which phones could be lost; each has to be acknowledged
 */
public record Review(
        long phones,
        List<Change> changes,
        List<Missing> missing,
        List<Remark> errors,
        List<Remark> warnings,
        List<Remark> cutOffs) {

    /**
     * Lets it be published.
     *
     * @param acknowledged P-values that may cut phones off
     * @throws org.fingerpost.problems.Problem saying what is in the way
     */
    public void permit(Set<String> acknowledged) {
        new Permit(this).permit(acknowledged);
    }

    public static Review nothing() {
        return new Review(0, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * A value that some phones would be told instead of another; holes that each phone fills by
     * itself are left in it.
     *
     * @param before empty if they are told none now, {@code after} if none then
     */
    record Change(PValue p, Optional<String> before, Optional<String> after, long phones) {}

    /**
     * @param device one of those that lack it
     */
    public record Missing(PValue p, String hole, String layer, String device, long phones) {
        /** The same hole, of more phones. */
        Missing and(Missing more) {
            return new Missing(p, hole, layer, device, phones + more.phones);
        }

        public String sentence() {
            return p
                    + " of "
                    + layer
                    + " has the hole ${"
                    + hole
                    + "}, and "
                    + device
                    + (phones > 1 ? " and " + (phones - 1) + " others have" : " has")
                    + " no value for it";
        }
    }

    public record Remark(PValue p, String sentence) {}
}
