package org.fingerpost.cli.plan.steps;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All steps, in their order.
 *
 * @param troubles for which nothing of it can be done
 * @param kept what is there and not in the folder, and stays
 * @param remarks what a person should know
 */
public record Plan(
        List<Change> changes, List<String> troubles, List<String> kept, List<String> remarks) {

    /** What the service would refuse, and what else is in the way. */
    public List<String> obstacles() {
        return Stream.concat(
                        troubles.stream(),
                        changes.stream()
                                .flatMap(change -> change.effect().errors().stream())
                                .map(Remark::toString))
                .distinct()
                .toList();
    }

    /** Settings by which phones could be lost, but those that are meant. */
    public List<Remark> cutOffsBut(Set<String> acknowledged) {
        return changes.stream()
                .flatMap(change -> change.effect().cutOffs().stream())
                .filter(remark -> !acknowledged.contains(remark.p()))
                .toList();
    }
}
