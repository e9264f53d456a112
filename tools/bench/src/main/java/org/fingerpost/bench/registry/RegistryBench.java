package org.fingerpost.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.fingerpost.bench.figures.Verdict;

/** {@code run registry [--rows N] [--singles N] [--mixed]}. */
public final class RegistryBench {
    private static final int MILLION = 1_000_000;
    private static final int WARM_UP = 2_000;

    /** For a million rows, in seconds. */
    private static final double IMPORT = 180;

    private static final double SINGLES_A_SECOND = 300;

    private final Installation installation;
    private final List<Verdict> verdicts = new ArrayList<>();

    private RegistryBench(Installation installation) {
        this.installation = installation;
    }

    /** What is measured. */
    private record Size(int rows, int singles, boolean mixed) {
        static Size of(List<String> words) {
            return new Size(
                    number(words, "--rows", MILLION),
                    number(words, "--singles", 10_000),
                    words.contains("--mixed"));
        }

        private static int number(List<String> words, String name, int otherwise) {
            int at = words.indexOf(name);
            return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
        }
    }

    /**
     * @param root of the source tree
     */
    public static List<Verdict> run(Path root, String... arguments)
            throws IOException, InterruptedException, ExecutionException {
        Size size = Size.of(List.of(arguments));
        try (Installation installation = Installation.start(root)) {
            RegistryBench bench = new RegistryBench(installation);
            bench.measure(size);
            return bench.verdicts;
        }
    }

    private void measure(Size size) throws IOException, InterruptedException, ExecutionException {
        Api operator = Api.at(installation.url(), installation.operatorKey());
        JsonNode provider =
                operator.post(
                        "/api/v1/providers",
                        Map.of(
                                "companyName", "Example Telecom",
                                "address", "1 Main Street",
                                "contactEmail", "noc@example.com"));
        Api api = operator.withKey(provider.path("apiKey").asText());
        long server =
                api.post(
                                "/api/v1/target-servers",
                                Map.of(
                                        "name", "bench",
                                        "configUrl", "http://provisioning.example/p",
                                        "firmwareUrl", "http://provisioning.example/f"))
                        .path("id")
                        .asLong();
        if (size.singles() > 0) {
            singles(api, server, size.singles());
        }
        Listing list = new Listing(size.rows(), server, size.mixed());
        long id = importList(api, list);
        approve(operator, id, list);
    }

    private void singles(Api api, long server, int count)
            throws IOException, InterruptedException, ExecutionException {
        Singles singles = new Singles(api, server);
        singles.register(WARM_UP);
        Map<String, Double> before = installation.processorTime();
        Singles.Came came = singles.register(count);
        say(
                "%,d registered in %.1f s; a client waited %.1f ms, one of a hundred %.1f ms",
                count,
                came.seconds(),
                came.nanos().percentile(50) / 1e6,
                came.nanos().percentile(99) / 1e6);
        sayProcessorTime(before, count);
        verdicts.add(
                Verdict.atLeast("single registrations", came.aSecond(), SINGLES_A_SECOND, "/s"));
    }

    private long importList(Api api, Listing list) throws IOException, InterruptedException {
        Map<String, Double> before = installation.processorTime();
        long start = System.nanoTime();
        long id =
                api.post(
                                "/api/v1/range-imports",
                                "text/csv",
                                BodyPublishers.ofInputStream(list::csv))
                        .path("id")
                        .asLong();
        say("the list of %,d rows was taken in %.1f s", list.rows(), since(start));
        JsonNode job = done(api, id);
        double seconds = since(start);
        say("imported in %.1f s: %s", seconds, job);
        sayProcessorTime(before, list.rows());
        if (job.path("accepted").asInt() != list.accepted()) {
            throw new IOException(list.accepted() + " rows should have been accepted: " + job);
        }
        verdicts.add(new Verdict("a list is registered", seconds, budget(list), "s"));
        return id;
    }

    private void approve(Api operator, long id, Listing list)
            throws IOException, InterruptedException {
        Map<String, Double> before = installation.processorTime();
        long start = System.nanoTime();
        long approval =
                operator.post("/api/v1/ranges:approve", Map.of("importId", id)).path("id").asLong();
        JsonNode job = done(operator, approval);
        double seconds = since(start);
        while (!operator.isRedirected(list.lastPhone())) {
            Thread.sleep(20);
        }
        say("approved in %.1f s, at the door after %.1f s: %s", seconds, since(start), job);
        sayProcessorTime(before, list.rows());
        verdicts.add(new Verdict("what it registered is approved", seconds, budget(list), "s"));
    }

    /** The time of a smaller list is not to be better than its part of the large one's. */
    private static double budget(Listing list) {
        return IMPORT * list.rows() / MILLION;
    }

    private static JsonNode done(Api api, long id) throws IOException, InterruptedException {
        while (true) {
            JsonNode job = api.get("/api/v1/range-imports/" + id);
            String state = job.path("state").asText();
            if (state.equals("done")) {
                return job;
            }
            if (state.equals("failed")) {
                throw new IOException("the job failed: " + job);
            }
            Thread.sleep(200);
        }
    }

    private void sayProcessorTime(Map<String, Double> before, int count) throws IOException {
        StringBuilder text = new StringBuilder("  processor time for each:");
        double sum = 0;
        for (Map.Entry<String, Double> part : installation.processorTime().entrySet()) {
            double micros = (part.getValue() - before.get(part.getKey())) * 1e6 / count;
            sum += micros;
            text.append(String.format(Locale.ROOT, " %s %.0f µs,", part.getKey(), micros));
        }
        say("%s together %.0f µs", text, sum);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
