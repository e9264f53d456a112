package org.fingerpost.fuzz.port;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;

/** {@code PortFuzz PACKETS [SEED]}: exits with 1 if something did not hold. */
public final class PortFuzz {
    private PortFuzz() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long packets = Long.parseLong(arguments[0]);
        long seed =
                arguments.length > 1
                        ? Long.parseLong(arguments[1])
                        : new SecureRandom().nextInt(1_000_000);
        System.out.printf(Locale.ROOT, "port       %,d packets, seed %d%n", packets, seed);
        Report report;
        try (Flood flood = new Flood(seed)) {
            report = flood.run(packets);
        }
        report.findings()
                .forEach((sentence, times) ->
                        System.out.printf("port       FINDING, %d times: %s%n", times, sentence));
        System.out.println("port       " + report.summary());
        System.exit(report.findings().isEmpty() ? 0 : 1);
    }
}
