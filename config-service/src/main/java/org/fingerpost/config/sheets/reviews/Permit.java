package org.fingerpost.config.sheets.reviews;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.problems.Problem;

/** Whether what was found out allows publishing. */
record Permit(Review review) {
    private static final int SHOWN = 50;

    /**
     * @param acknowledged P-values that may cut phones off
     * @throws Problem saying what is in the way
     */
    void permit(Set<String> acknowledged) {
        if (!review.missing().isEmpty()) {
            Review.Missing first = review.missing().getFirst();
            throw Problem.invalid("hole-without-value", first.sentence())
                    .with("device", first.device())
                    .with("hole", first.hole())
                    .with(
                            "missing",
                            review.missing().stream()
                                    .limit(SHOWN)
                                    .map(Review.Missing::sentence)
                                    .toList());
        }
        if (!review.errors().isEmpty()) {
            throw Problem.invalid("settings-refused", review.errors().getFirst().sentence())
                    .with("errors", remarks(review.errors()));
        }
        List<Review.Remark> unseen =
                review.cutOffs().stream()
                        .filter(remark -> !acknowledged.contains(remark.p().toString()))
                        .toList();
        if (!unseen.isEmpty()) {
            throw Problem.conflict(
                            "would-cut-phones-off",
                            unseen.getFirst().p()
                                    + " could cut phones off: "
                                    + unseen.getFirst().sentence()
                                    + "; name it in acknowledged if it is meant")
                    .with("acknowledge", remarks(unseen));
        }
    }

    private static List<Map<String, String>> remarks(List<Review.Remark> remarks) {
        return remarks.stream()
                .limit(SHOWN)
                .map(each -> Map.of("p", each.p().toString(), "why", each.sentence()))
                .toList();
    }
}
