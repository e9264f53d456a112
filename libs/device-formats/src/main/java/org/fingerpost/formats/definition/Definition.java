package org.fingerpost.formats.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;

/**
 * What one P-value means and takes on some families. On others the same number may have another
 * definition.
 *
 * @param name stable, dotted, such as {@code account.2.sip-server}; two P-values of one name are
 *     the same setting on different families
 * @param meaning one sentence
 * @param usual the value of a new phone, where known and the same throughout the families
 * @param families the families known to have it; never empty
 * @param secret true if the value is a secret on these families
 * @param since the first firmware that has it, where known
 * @param aliases names of the setting in the alias form of XML, where known
 */
public record Definition(
        PValue p,
        String name,
        String meaning,
        ValueType type,
        Optional<String> usual,
        List<Family> families,
        boolean secret,
        Optional<String> since,
        List<String> aliases,
        Confidence confidence) {

    public Definition {
        families = List.copyOf(families);
        aliases = List.copyOf(aliases);
    }

    public boolean isFor(Family family) {
        for (Family known : families) {
            if (known.name().equals(family.name())) {
                return true;
            }
        }
        return false;
    }

    /** Why the value does not fit; the empty value, which clears the setting, always does. */
    public Optional<Misfit> misfit(String value) {
        return value.isEmpty() ? Optional.empty() : type.misfit(value);
    }

    /** This one as a member of its series: another number, and its place there in the texts. */
    Definition inPlace(PValue number, String mark, String place) {
        List<String> placed = new ArrayList<>(aliases.size());
        for (String alias : aliases) {
            placed.add(alias.replace(mark, place));
        }
        return new Definition(
                number,
                name.replace(mark, place),
                meaning.replace(mark, place),
                type,
                usual,
                families,
                secret,
                since,
                placed,
                confidence);
    }

    /** The families by name, separated by blanks. */
    public String familyNames() {
        return families.stream().map(Family::name).collect(Collectors.joining(" "));
    }

    /** Such as {@code P212 config.protocol}. */
    @Override
    public String toString() {
        return p + " " + name;
    }
}
