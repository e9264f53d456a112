package org.fingerpost.redirect.probes.looks;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What different phones make of a server's certificates. */
final class Certificates {
    /** Whoever renews by hand wants to know that long before. */
    private static final Duration SOON = Duration.ofDays(30);

    private static final int LONGEST_NAME = 200;

    private Certificates() {}

    static void judge(Witness witness, String host, Instant now, List<Point> points) {
        List<X509Certificate> chain = witness.chain();
        Point dates = dates(chain, now);
        points.add(
                witness.isNamed()
                        ? Point.passed("certificate-name", "is for " + host)
                        : Point.warning("certificate-name", "is not for " + host));
        points.add(dates);
        points.add(chain(chain, witness.isKnown()));
        points.add(
                Point.passed(
                        "phone-that-believes-anybody", "connects: this is how most are shipped"));
        boolean valid =
                witness.isNamed() && witness.isKnown() && dates.verdict() != Point.Verdict.FAILED;
        points.add(
                valid
                        ? Point.passed(
                                "phone-that-validates",
                                "connects, if its own list has this authority as Java's has")
                        : Point.warning("phone-that-validates", "does not connect"));
    }

    private static Point dates(List<X509Certificate> chain, Instant now) {
        Instant end =
                chain.stream()
                        .map(each -> each.getNotAfter().toInstant())
                        .min(Instant::compareTo)
                        .orElse(Instant.MIN);
        boolean begun =
                chain.stream().noneMatch(each -> each.getNotBefore().toInstant().isAfter(now));
        if (!begun || end.isBefore(now)) {
            return Point.failed("certificate-dates", "is not valid now; it ends " + end);
        }
        return end.isBefore(now.plus(SOON))
                ? Point.warning("certificate-dates", "ends soon: " + end)
                : Point.passed("certificate-dates", "ends " + end);
    }

    private static Point chain(List<X509Certificate> chain, boolean known) {
        X509Certificate last = chain.getLast();
        String issuer = word(last.getIssuerX500Principal().getName());
        String sent = chain.size() + " sent, the last one issued by " + issuer;
        if (known) {
            return Point.passed("certificate-chain", "is complete: " + sent);
        }
        boolean ownWord = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
        return Point.warning(
                "certificate-chain",
                ownWord
                        ? "leads to an authority that only its own phones can know: " + sent
                        : "is not complete, or its authority is not known: " + sent);
    }

    private static String word(String told) {
        String clean = told.replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
