package org.fingerpost.bench.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.world.Broker;
import org.fingerpost.bench.world.Fork;
import org.fingerpost.bench.world.StateWriter;
import org.fingerpost.bench.world.World;
import org.fingerpost.formats.mac.MacAddress;

/** Loads door and nginx in turns and compares the medians. */
public final class DoorBench {
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 3;

    private final Wrk wrk;
    private final DoorProcess door;
    private final Nginx nginx;
    private long answered;

    private DoorBench(Wrk wrk, DoorProcess door, Nginx nginx) {
        this.wrk = wrk;
        this.door = door;
        this.nginx = nginx;
    }

    /**
     * @param app folder of the packaged redirect service
     * @param seconds of each run of the load
     */
    public static List<Verdict> run(Path app, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("door-bench");
        try {
            return measure(folder, app, seconds);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static List<Verdict> measure(Path folder, Path app, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        int port = Ports.free();
        String address = "127.0.0.1:" + port;
        Certificate certificate = Certificate.in(folder);
        try (Fork broker = Broker.fork(folder.resolve("kafka"), port)) {
            broker.await("up");
            fill(address);
            try (DoorProcess door =
                            DoorProcess.start(app, folder.resolve("door"), address, certificate);
                    Nginx nginx = Nginx.start(folder.resolve("nginx"), answer(door), certificate)) {
                Wrk wrk = new Wrk(script(folder), seconds);
                DoorBench bench = new DoorBench(wrk, door, nginx);
                List<Verdict> verdicts = bench.compare();
                verdicts.add(bench.unseen(SightingsCount.of(address)));
                return verdicts;
            }
        }
    }

    private static void fill(String address) throws ExecutionException, InterruptedException {
        StateWriter.createTopic(address, "redirect");
        try (StateWriter writer = new StateWriter(address, "redirect", 1)) {
            World.tell(writer::add);
        }
        System.out.printf("%,d ranges are in Kafka%n", World.RANGES);
    }

    /** What a phone in the middle of the registry gets. */
    private static byte[] answer(DoorProcess door) throws IOException, InterruptedException {
        var mac = new MacAddress(World.block(World.PROVIDERS / 2, 1));
        URI file = URI.create("http://127.0.0.1:" + door.port() + "/gs/cfg" + mac + ".xml");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("the door answers " + answer.statusCode());
            }
            System.out.printf("the answer has %d bytes%n", answer.body().length);
            return answer.body();
        }
    }

    private static Path script(Path folder) throws IOException {
        try (InputStream in = DoorBench.class.getResourceAsStream("phones.lua")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            long first = World.block(1, 0);
            long count = World.block(World.PROVIDERS + 1, 0) - first;
            Path script = folder.resolve("phones.lua");
            return Files.writeString(
                    script,
                    text.replace("FIRST", Long.toString(first))
                            .replace("COUNT", Long.toString(count)));
        }
    }

    private List<Verdict> compare() throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Wrk.Manner manner : Wrk.Manner.values()) {
            for (int i = 0; i < WARM_UPS; i++) {
                load(door, manner);
            }
            List<Load> doors = new ArrayList<>();
            List<Load> others = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                doors.add(load(door, manner));
                others.add(load(nginx, manner));
            }
            verdicts.add(
                    new Verdict(
                            "nginx to the door, " + manner,
                            Load.median(others).perSecond() / Load.median(doors).perSecond(),
                            1,
                            "x"));
        }
        return verdicts;
    }

    private Load load(Server server, Wrk.Manner manner) throws IOException {
        Load load = wrk.on(server, manner);
        System.out.printf("%-22s %-6s %s%n", manner, server.name(), load);
        if (load.failed() > 0) {
            // Refusals are cheaper than answers: a comparison with them would say nothing.
            throw new IOException(load.failed() + " requests failed at " + server.name());
        }
        if (server == door) {
            answered += load.requests();
        }
        return load;
    }

    /** What wrk asked when its time was up was answered too, but is not in its count. */
    private Verdict unseen(long sightings) {
        System.out.printf("%,d answers counted, %,d sightings in Kafka%n", answered, sightings);
        return new Verdict("answers without a sighting", Math.max(0, answered - sightings), 0, "");
    }
}
