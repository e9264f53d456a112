package org.fingerpost.bench.fleet;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fingerpost.bench.door.Certificate;
import org.fingerpost.bench.door.Cores;
import org.fingerpost.bench.door.Load;
import org.fingerpost.bench.door.Ports;
import org.fingerpost.bench.door.Server;
import org.fingerpost.bench.door.Wrk;
import org.fingerpost.bench.figures.Verdict;
import org.fingerpost.bench.world.Broker;
import org.fingerpost.bench.world.Fork;

/**
 * {@code run peer --port P --pid PID --requests FILE}: the door and a peer in turns, on one core.
 */
public final class PeerBench {
    private static final int DEVICES = 10_000;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 8;

    /** What the door must answer for each request that the peer does. */
    private static final double TIMES = 20;

    private PeerBench() {}

    /**
     * @param app folder of the packaged config service
     */
    public static List<Verdict> run(Path app, String... arguments)
            throws IOException, InterruptedException, ExecutionException {
        Peer peer = Peer.of(List.of(arguments));
        Path folder = Files.createTempDirectory("peer-bench");
        try {
            return List.of(measure(app, folder, peer));
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static Verdict measure(Path app, Path folder, Peer peer)
            throws IOException, InterruptedException, ExecutionException {
        int port = Ports.free();
        String broker = "127.0.0.1:" + port;
        Certificate tls = Certificate.in(folder);
        try (Fork kafka = Broker.fork(folder.resolve("kafka"), port)) {
            kafka.await("up");
            Installation installation = Installation.in(folder, broker, DEVICES);
            try (FleetDoor door =
                    FleetDoor.start(
                            app, folder.resolve("door"), broker, tls, installation.masterKey())) {
                Cores.serverFromNow(peer.handle());
                tellSize(door, installation.fleet());
                return compare(
                        door.process(),
                        wrk(folder, "door", requests(installation.fleet())),
                        peer,
                        wrk(folder, "peer", peer.requests()));
            }
        }
    }

    private static void tellSize(FleetDoor door, Fleet fleet)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int bytes = door.get(client, fleet.path(0)).length;
            System.out.printf("a file of the door has %,d bytes%n", bytes);
        }
    }

    private static Verdict compare(Server door, Wrk doorLoad, Peer peer, Wrk peerLoad)
            throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            doorLoad.on(door, Wrk.Manner.KEEP_ALIVE); // code is compiled, on this core too
        }
        peerLoad.on(peer, Wrk.Manner.KEEP_ALIVE); // it remembers what it has seen of each phone
        List<Load> doors = new ArrayList<>();
        List<Load> peers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            doors.add(load(doorLoad, door));
            peers.add(load(peerLoad, peer));
        }
        double times = Load.median(doors).perSecond() / Load.median(peers).perSecond();
        return Verdict.atLeast("door to peer, requests a second a core", times, TIMES, "x");
    }

    private static Load load(Wrk wrk, Server server) throws IOException {
        Load load = wrk.on(server, Wrk.Manner.KEEP_ALIVE);
        System.out.printf("%-6s %s%n", server.name(), load);
        if (load.failed() > 0) {
            throw new IOException(load.failed() + " requests failed at " + server.name());
        }
        return load;
    }

    /** For the own file of each phone whose XML is not sealed, in the manner of the peer's list. */
    private static List<String> requests(Fleet fleet) {
        String agent = "%s\tUser-Agent: Grandstream Model HW GXP2160 SW 1.0.11.85 DevId %s";
        return IntStream.range(0, fleet.firstSealed())
                .mapToObj(device -> agent.formatted(fleet.path(device), Fleet.mac(device)))
                .toList();
    }

    private static Wrk wrk(Path folder, String name, List<String> requests) throws IOException {
        Path list = Files.write(folder.resolve(name + ".requests"), requests);
        return new Wrk(Phones.script("requests.lua", list), SECONDS);
    }
}
