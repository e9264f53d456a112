package org.fingerpost.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.redirect.Registry.approve;
import static org.fingerpost.redirect.Registry.by;
import static org.fingerpost.redirect.Registry.customer;
import static org.fingerpost.redirect.Registry.phone;
import static org.fingerpost.redirect.Registry.register;
import static org.fingerpost.redirect.Registry.server;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fingerpost.redirect.Registry.Customer;
import org.fingerpost.testkit.Backends;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of several providers that ask over HTTP for the same addresses at the same moment. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RacesTest {
    private static final int ROUNDS = 12;
    private static int block = 0x5000;

    private final List<Racer> racers = new ArrayList<>();

    /** A provider under a name that no answer to another may hold. */
    private record Racer(String name, Customer customer, long server) {}

    /** Of one client, from 0 to 255 in its block. */
    private record Span(int first, int last) {
        boolean meets(Span other) {
            return first <= other.last && other.first <= last;
        }
    }

    @BeforeEach
    void providers() {
        for (String name : List.of("Secretive", "Discreet", "Reserved", "Withdrawn")) {
            Customer customer = customer(name);
            racers.add(
                    new Racer(
                            name,
                            customer,
                            server(
                                    customer,
                                    "http://" + name + ".example/p",
                                    "http://" + name + ".example/f")));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,99, 0,99", "0,60, 40,99", "0,99, 20,30", "5,5, 5,5", "0,99, 0,0"})
    void ofTwoExactlyOneGetsWhatBothWant(int first, int last, int otherFirst, int otherLast)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Span> wanted = List.of(new Span(first, last), new Span(otherFirst, otherLast));
            String prefix = nextBlock();

            List<Response> answers = race(prefix, wanted);

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsExactlyInAnyOrder(201, 409);
            for (int i = 0; i < 2; i++) {
                assertRefusalTellsNothing(answers.get(i), racers.get(1 - i));
            }
            assertKeptAsAnswered(prefix, wanted, answers);
        }
    }

    @Test
    void ofManyThoseWinWhoDoNotMeetAndWhoeverLosesMetAWinner() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<Span> wanted =
                    racers.stream()
                            .map(_ -> {
                                int first = random.nextInt(200);
                                return new Span(first, first + random.nextInt(56));
                            })
                            .toList();
            String prefix = nextBlock();

            List<Response> answers = race(prefix, wanted);

            List<Span> won = with(201, answers, wanted);
            assertThat(answers).extracting(Response::statusCode).containsAnyOf(201);
            assertThat(won)
                    .allSatisfy(one ->
                            assertThat(won)
                                    .filteredOn(other -> other.meets(one))
                                    .containsExactly(one));
            assertThat(with(409, answers, wanted))
                    .hasSize(wanted.size() - won.size())
                    .allMatch(loser -> won.stream().anyMatch(loser::meets));
            assertKeptAsAnswered(prefix, wanted, answers);
        }
    }

    @Test
    void twoClientsOfOneProviderGetOneRangeEachIfTheyNestAndOneIfTheyCross() throws Exception {
        Racer acme = racers.getFirst();
        for (int round = 0; round < ROUNDS; round++) {
            String nesting = nextBlock();
            assertThat(race(nesting, acme, new Span(0, 99), new Span(20, 30)))
                    .extracting(Response::statusCode)
                    .containsExactly(201, 201);
            String crossing = nextBlock();
            List<Response> answers = race(crossing, acme, new Span(0, 60), new Span(40, 99));
            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsExactlyInAnyOrder(201, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 409)
                    .first()
                    .extracting(answer -> answer.path("type"))
                    .isEqualTo("urn:fingerpost:problem:range-overlaps");
        }
    }

    @Test
    void whoWonIsWhereThePhoneGoes() throws Exception {
        String prefix = nextBlock();
        List<Response> answers = race(prefix, List.of(new Span(7, 7), new Span(0, 99)));
        int winner = answers.getFirst().statusCode() == 201 ? 0 : 1;

        approve(answers.get(winner).jsonPath().getLong("id"));

        String host = racers.get(winner).name().toLowerCase(Locale.ROOT) + ".example";
        Soon.until(
                () -> phone("/gs/cfg" + prefix + "07.xml").asString(), text -> text.contains(host));
    }

    private static String nextBlock() {
        return "c074ad%04x".formatted(block++);
    }

    private static void assertRefusalTellsNothing(Response answer, Racer winner) {
        if (answer.statusCode() == 409) {
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.<String>path("type")).isEqualTo("urn:fingerpost:problem:range-taken");
            assertThat(answer.asString().toLowerCase(Locale.ROOT))
                    .doesNotContain(winner.name().toLowerCase(Locale.ROOT));
            assertThat(answer.jsonPath().getMap(""))
                    .containsOnlyKeys("type", "title", "status", "detail");
        }
    }

    /** In lists and in the audit is what was answered 201, and nothing of what was not. */
    private void assertKeptAsAnswered(String prefix, List<Span> wanted, List<Response> answers) {
        for (int i = 0; i < wanted.size(); i++) {
            Customer customer = racers.get(i).customer();
            Object ranges =
                    by(customer.apiKey()).get("/api/v1/ranges?size=1000").jsonPath().get("");
            List<String> kept =
                    ((List<?>) ranges)
                            .stream()
                                    .map(range -> (String) ((Map<?, ?>) range).get("first"))
                                    .filter(first -> first.startsWith(prefix))
                                    .toList();
            boolean won = answers.get(i).statusCode() == 201;
            assertThat(kept)
                    .isEqualTo(won ? List.of(mac(prefix, wanted.get(i).first())) : List.of());
            String audit = by(customer.apiKey()).get("/api/v1/audit?size=1000").asString();
            assertThat(audit.contains(prefix)).isEqualTo(won);
        }
    }

    private static List<Span> with(int status, List<Response> answers, List<Span> wanted) {
        return IntStream.range(0, wanted.size())
                .filter(i -> answers.get(i).statusCode() == status)
                .mapToObj(wanted::get)
                .toList();
    }

    private List<Response> race(String prefix, List<Span> wanted) throws Exception {
        return together(
                IntStream.range(0, wanted.size())
                        .mapToObj(i -> asks(racers.get(i), prefix, wanted.get(i)))
                        .toList());
    }

    private static List<Response> race(String prefix, Racer racer, Span... wanted)
            throws Exception {
        return together(List.of(wanted).stream().map(span -> asks(racer, prefix, span)).toList());
    }

    private static Callable<Response> asks(Racer racer, String prefix, Span span) {
        return () ->
                register(
                        racer.customer(),
                        mac(prefix, span.first()),
                        mac(prefix, span.last()),
                        racer.server());
    }

    private static String mac(String prefix, int last) {
        return prefix + "%02x".formatted(last);
    }

    private static List<Response> together(List<Callable<Response>> clients) throws Exception {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Response>> asked = new ArrayList<>();
            for (Callable<Response> client : clients) {
                asked.add(
                        threads.submit(() -> {
                            start.await();
                            return client.call();
                        }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
