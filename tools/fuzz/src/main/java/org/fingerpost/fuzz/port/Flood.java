package org.fingerpost.fuzz.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * So many packets in rounds: first the clock stands still, and who is mute gets one packet for each
 * transfer that there may be; then it runs, and honest clients fetch files meanwhile; then it
 * leaps. Every few rounds it leaps until nothing is open, and the memory is what it was.
 */
final class Flood implements AutoCloseable {
    /** Even a small flood has so many rounds; those of a large one have so many packets at most. */
    private static final int ROUNDS = 8;

    private static final int MOST_OF_A_ROUND = 10_000;
    private static final int ROUNDS_BEFORE_A_REST = 4;

    /** So few fit into a socket's buffer: all are read. */
    private static final int AT_ONCE = 64;

    private static final int PEERS = 12;

    /** What the honest have left behind them, who say no word after their last block. */
    private static final int HONEST = 8;

    private static final long MEMORY_BESIDES = 8L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final Random random;
    private final Findings findings = new Findings();
    private final NaiveFiles files = new NaiveFiles();
    private final FuzzedServer server = new FuzzedServer(files);
    private final Peer last;
    private final List<Crowd> crowds = new ArrayList<>();
    private final Memory memory = new Memory();
    private final long seed;
    private int mostOpen;
    private int honest;

    Flood(long seed) throws IOException {
        this.seed = seed;
        this.random = new Random(seed);
        InetSocketAddress port = server.address();
        Datagrams datagrams = new Datagrams(random, files.names());
        for (boolean mute : new boolean[] {true, false}) {
            for (boolean nat : new boolean[] {true, false}) {
                int network = crowds.size();
                crowds.add(new Crowd(network, PEERS, mute, nat, datagrams, random, port, findings));
            }
        }
        this.last = new Peer("127.20.200.1");
    }

    Report run(long packets) throws IOException, InterruptedException {
        long began = System.nanoTime();
        rest(false);
        long most = Math.clamp(packets / ROUNDS, 1, MOST_OF_A_ROUND);
        for (int round = 1; thrown() < packets; round++) {
            int now = (int) Math.min(most, packets - thrown());
            standing(now / 2);
            running(now - now / 2, round);
            leaping();
            if (round % ROUNDS_BEFORE_A_REST == 0) {
                rest(round > ROUNDS_BEFORE_A_REST);
            }
        }
        rest(true);
        return report(System.nanoTime() - began);
    }

    private void standing(int packets) throws IOException, InterruptedException {
        catchUp();
        takeFilesOf(0, "");
        throwPackets(packets);
        files.findLate();
        catchUp();
        takeFilesOf(1, "while no time passes nobody mute gets more packets than transfers");
        mostOpen = Math.max(mostOpen, server.open());
        int all = 2 * (FuzzedServer.UNHEARD + FuzzedServer.OF_A_NETWORK) + HONEST;
        findings.unless(server.open() <= all, "no network has more transfers than it may have");
        findings.unless(
                files.mostLooking() <= FuzzedServer.UNHEARD,
                "for no network more files are looked for than transfers may be unheard");
    }

    /** Each transfer of one who is mute has sent so many packets at most since the last call. */
    private void takeFilesOf(int most, String sentence) {
        for (Crowd crowd : crowds) {
            int taken = crowd.takeFiles();
            // On the port that was asked the next request takes the place of the one before.
            if (most > 0 && crowd.isMute() && !crowd.isNat()) {
                findings.unless(taken <= most * FuzzedServer.UNHEARD, sentence);
            }
        }
    }

    private void running(int packets, int round) throws IOException, InterruptedException {
        List<HonestClient.Wish> wishes = wishes(round);
        Thread client = Thread.ofPlatform().start(() -> wishes.forEach(this::fetch));
        server.run();
        throwPackets(packets);
        while (client.isAlive()) {
            drain(0);
            client.join(1);
        }
        files.findLate();
        server.freeze();
        catchUp();
    }

    private static List<HonestClient.Wish> wishes(int round) {
        List<HonestClient.Wish> wishes =
                new ArrayList<>(
                        List.of(
                                new HonestClient.Wish("/fw/key/image.bin", 512, 1, false, true),
                                new HonestClient.Wish("/fw/key/image.bin", 1400, 16, false, false),
                                new HonestClient.Wish("/fw/key/windows.bin", 1468, 1, true, true)));
        if (round % (ROUNDS_BEFORE_A_REST * 4) == 1) {
            wishes.add(new HonestClient.Wish(NaiveFiles.LONG, 8, 64, false, false));
        }
        return wishes;
    }

    private void fetch(HonestClient.Wish wish) {
        try {
            byte[] got = new HonestClient(wish, server.address()).fetch("127.20.100.1");
            findings.unless(
                    Arrays.equals(got, files.bytes(wish.name())),
                    "an honest client gets the file byte for byte: " + wish);
            honest++;
        } catch (IOException e) {
            findings.add("an honest client gets its file: " + wish + ": " + e.getMessage());
        }
    }

    private void leaping() throws IOException, InterruptedException {
        takeFilesOf(0, "");
        for (int leap = random.nextInt(4); leap > 0; leap--) {
            server.pass(Duration.ofMillis(1 + random.nextInt(9_000)));
            catchUp();
        }
        takeFilesOf(3, "who is mute gets one packet and two again for each transfer");
    }

    /** Until nobody is there any more. */
    private void rest(boolean compared) throws IOException, InterruptedException {
        files.findLate();
        for (int leap = 0; leap < 20 && server.open() > 0; leap++) {
            server.pass(PATIENCE);
            catchUp();
        }
        findings.unless(server.listens(), "the server listens");
        findings.unless(server.open() == 0, "after their patience no transfers are open");
        findings.unless(files.looking() == 0, "no file is looked for when nobody is there");
        for (Crowd crowd : crowds) {
            findings.unless(
                    !crowd.isMute() || crowd.got() <= 3 * crowd.sent(),
                    "who is mute gets three packets for one at most");
        }
        memory.look(!compared);
        findings.unless(memory.grown() < MEMORY_BESIDES, "the memory is what it was");
    }

    private void throwPackets(int packets) throws IOException, InterruptedException {
        long end = thrown() + packets;
        while (thrown() < end) {
            for (int i = 0; i < AT_ONCE && thrown() < end; i++) {
                crowds.get(random.nextInt(crowds.size())).throwOne();
            }
            drain((int) Math.min(AT_ONCE, end - thrown()));
            catchUp();
        }
    }

    private void drain(int mostAnswers) throws IOException {
        int left = mostAnswers;
        for (Crowd crowd : crowds) {
            left -= crowd.drain(Math.max(0, left));
        }
    }

    /** Whoever asks last is answered when all before have been read, and then once more. */
    private void catchUp() throws IOException, InterruptedException {
        while (last.poll().isPresent()) {
            // What was asked twice is answered twice.
        }
        byte[] asked = Datagrams.bytes(Datagrams.READ, "/gs/nobody\0octet\0");
        for (int times = 0; times < 2; times++) {
            boolean answered = false;
            for (int tried = 0; !answered && tried < 200; tried++) {
                last.send(asked, server.address());
                for (int polled = 0; !answered && polled < 2_000; polled++) {
                    answered = last.poll().isPresent();
                    if (!answered) {
                        Thread.sleep(Duration.ofNanos(20_000));
                    }
                }
            }
            findings.unless(answered, "whoever asks is answered");
        }
        drain(0);
    }

    private long thrown() {
        return crowds.stream().mapToLong(Crowd::sent).sum();
    }

    private Report report(long nanos) {
        long in = 0;
        long out = 0;
        for (Crowd crowd : crowds) {
            in += crowd.isMute() ? crowd.sent() : 0;
            out += crowd.isMute() ? crowd.got() : 0;
        }
        return new Report(
                seed,
                thrown(),
                nanos,
                server.garbled(),
                server.crowded(),
                honest,
                in,
                out,
                mostOpen,
                memory.grown(),
                findings.all());
    }

    @Override
    public void close() throws IOException {
        for (Crowd crowd : crowds) {
            crowd.close();
        }
        last.close();
        server.close();
        findings.close();
    }
}
