package org.fingerpost.cli.walk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.models.Phone;

/**
 * What happened to a phone between power-up and rest.
 *
 * @param start the folder it asked first
 * @param settings what it knows at the end, secrets in clear
 * @param configured whether it accepted at least one setting at the server where it came to rest
 * @param troubles what keeps it from being ready, whole sentences
 */
public record Walk(
        Phone phone,
        Address start,
        Map<String, String> settings,
        List<Step> steps,
        boolean configured,
        List<String> troubles) {

    public Walk {
        steps = List.copyOf(steps);
        troubles = List.copyOf(troubles);
    }

    /** Configured, and whatever firmware there was arrived whole. */
    public boolean succeeded() {
        return configured && troubles.isEmpty();
    }

    public Optional<Step> firmware() {
        return steps.stream()
                .filter(step -> step.outcome() instanceof Outcome.Downloaded)
                .findFirst();
    }

    @Override
    public String toString() {
        return "Walk[%s, %d steps, configured %s]".formatted(phone.mac(), steps.size(), configured);
    }
}
