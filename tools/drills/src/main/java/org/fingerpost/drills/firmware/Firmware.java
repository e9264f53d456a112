package org.fingerpost.drills.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.drills.drilled.Api;
import org.fingerpost.drills.drilled.Customer;
import org.fingerpost.drills.drilled.Drilled;
import org.fingerpost.drills.drilled.Outcome;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Writer;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.History;
import org.fingerpost.drills.town.Patience;

/**
 * Phones that ask for firmware: by the bare name or by one that tells the version, half of them for
 * a part.
 */
public final class Firmware implements Drilled {
    private static final List<String> MODELS = List.of("GXP2130", "GXP2140", "GXP2160", "GXP2170");
    private static final int LONGEST_PART = 10_000;

    private final Calm calm;
    private final ReleaseApi api;
    private final String folder;
    private final Line stock = new Line("GXP2135", "stockfw.bin");
    private final Line marked = new Line("GXP1760", "markerfw.bin");
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, Line.Release> marks = new HashMap<>();

    public Firmware(String redirect, String url, String operatorKey, Calm calm) {
        this.calm = calm;
        Customer customer = Customer.open(redirect, operatorKey);
        this.api = new ReleaseApi(new Api(url, customer.apiKey()));
        this.folder = "/fw/" + customer.pathKey() + "/";
        Patience.until("firmware knows the provider", () -> mark(0));
    }

    @Override
    public void fill(int releases) {
        for (int i = 0; i < releases; i++) {
            Outcome.sure(api.publish(Outcome.sure(api.draft(stock))));
        }
    }

    @Override
    public Question next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Line line = random.nextBoolean() ? stock : lines.get(random.nextInt(lines.size()));
        Optional<FirmwareFile.Part> part =
                switch (random.nextInt(4)) {
                    case 0 -> Optional.of(new FirmwareFile.Part(anywhere(), Optional.empty()));
                    case 1 ->
                            Optional.of(
                                    new FirmwareFile.Part(
                                            anywhere(),
                                            Optional.of(
                                                    Image.CELL + random.nextInt(LONGEST_PART))));
                    default -> Optional.empty();
                };
        return random.nextBoolean() || line.releases().isEmpty()
                ? asked(line, line.file(), line.newest(), part)
                : any(line, part);
    }

    private Question any(Line line, Optional<FirmwareFile.Part> part) {
        List<Line.Release> releases = List.copyOf(line.releases());
        Line.Release one = releases.get(ThreadLocalRandom.current().nextInt(releases.size()));
        return asked(line, one.name(), one.given(), part);
    }

    /** Where a cell begins that every file has. */
    private static int anywhere() {
        return ThreadLocalRandom.current().nextInt(Image.LEAST / Image.CELL) * Image.CELL;
    }

    private Question asked(
            Line line, String name, History<Long> given, Optional<FirmwareFile.Part> part) {
        return new FirmwareFile(folder, line.model(), name, given, calm, part);
    }

    @Override
    public List<Writer> writers(int count) {
        IntStream.range(0, count)
                .mapToObj(i -> new Line(MODELS.get(i % MODELS.size()), "line" + i + "fw.bin"))
                .forEach(lines::add);
        return lines.stream().<Writer>map(line -> new ReleaseWriter(api, line)).toList();
    }

    @Override
    public void handOver(int turn) {
        // There are no lists here: what writers upload is under way all the time.
    }

    @Override
    public boolean mark(int turn) {
        return switch (api.draft(marked)) {
            case Outcome.Acknowledged<Line.Release>(var release) -> {
                marks.put(turn, release);
                yield api.publish(release) instanceof Outcome.Acknowledged<?>;
            }
            case Outcome.Refused<Line.Release> _, Outcome.InDoubt<Line.Release> _ -> false;
        };
    }

    @Override
    public boolean marked(int turn, String told) {
        return told.equals(Long.toString(marks.get(turn).image().number()));
    }

    @Override
    public Question marker() {
        return asked(marked, marked.file(), marked.newest(), Optional.empty());
    }

    private Stream<Line> allLines() {
        return Stream.concat(Stream.of(stock, marked), lines.stream());
    }

    @Override
    public List<Question> known() {
        return everything();
    }

    @Override
    public List<Question> everything() {
        return allLines()
                .flatMap(line ->
                        Stream.concat(
                                Stream.of(
                                        asked(line, line.file(), line.newest(), Optional.empty())),
                                line.releases().stream()
                                        .map(each ->
                                                asked(
                                                        line,
                                                        each.name(),
                                                        each.given(),
                                                        Optional.empty()))))
                .toList();
    }

    @Override
    public List<String> lost() {
        Map<Long, JsonNode> there = api.all();
        return allLines()
                .flatMap(line -> line.releases().stream())
                .flatMap(release -> lost(release, there.get(release.id())).stream())
                .toList();
    }

    private static Optional<String> lost(Line.Release release, JsonNode there) {
        String name = release.name();
        if (there == null) {
            return Optional.of(name + " was uploaded and is not there");
        }
        if (!there.path("files").path(0).path("digest").asText().equals(release.image().digest())) {
            return Optional.of(name + " has other bytes: " + there);
        }
        boolean published = there.path("state").asText().equals("published");
        long given = published ? release.image().number() : Line.NONE;
        Set<Long> current = release.given().current();
        return current.contains(given)
                ? Optional.empty()
                : Optional.of(name + " gives " + given + ", told " + current);
    }

    @Override
    public Set<String> topics() {
        return Set.of("fingerpost.redirect.state", "fingerpost.firmware.state");
    }
}
