package org.fingerpost.config.sheets.reviews;

import java.util.List;
import java.util.Optional;

/** What publishing would mean, as it is shown. */
public record ReviewView(
        boolean publishable,
        long phones,
        List<Change> changes,
        List<Missing> missing,
        List<Remark> errors,
        List<Remark> warnings,
        List<Remark> cutOffs) {

    record Change(String p, Optional<String> before, Optional<String> after, long phones) {}

    public record Missing(String p, String hole, String layer, String device, long phones) {
        public static List<Missing> all(List<Review.Missing> missing) {
            return missing.stream()
                    .map(each ->
                            new Missing(
                                    each.p().toString(),
                                    each.hole(),
                                    each.layer(),
                                    each.device(),
                                    each.phones()))
                    .toList();
        }
    }

    record Remark(String p, String why) {
        static List<Remark> all(List<Review.Remark> remarks) {
            return remarks.stream()
                    .map(each -> new Remark(each.p().toString(), each.sentence()))
                    .toList();
        }
    }

    public static ReviewView of(Review review) {
        return new ReviewView(
                review.missing().isEmpty() && review.errors().isEmpty(),
                review.phones(),
                review.changes().stream()
                        .map(each ->
                                new Change(
                                        each.p().toString(),
                                        each.before(),
                                        each.after(),
                                        each.phones()))
                        .toList(),
                Missing.all(review.missing()),
                Remark.all(review.errors()),
                Remark.all(review.warnings()),
                Remark.all(review.cutOffs()));
    }
}
