package org.fingerpost.firmware.shelf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockerTest {
    @TempDir Path folder;
    private final Warehouse source = new Warehouse();
    private final Map<Digest, Long> held = new ConcurrentHashMap<>();
    private Stocker stocker;

    private record Settings(MemorySize size, MemorySize reserve, int atOnce)
            implements ShelfSettings {}

    @AfterEach
    void stop() {
        stocker.close();
    }

    @Test
    void aBlobIsComingUntilItIsHere() {
        Digest abc = source.add("abc");
        start(100);

        assertThat(stocker.reach(abc, 3))
                .isInstanceOfSatisfying(
                        Shelf.Reach.Coming.class,
                        coming ->
                                assertThat(coming.retryAfter())
                                        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30)));

        assertThat(here(abc, 3)).hasContent("abc");
    }

    @Test
    void whatIsHeldComesWithoutAnyPhone() {
        start(100);
        Digest abc = source.add("abc");
        held.put(abc, 3L);
        assertThat(stocker.missing()).isEqualTo(1);
        stocker.look();

        Soon.until(stocker::missing, n -> n == 0);
        assertThat(source.asked).hasValue(1);
    }

    @Test
    void whatManyPhonesAskForIsFetchedOnce() throws InterruptedException {
        source.gate = new CountDownLatch(1);
        Digest abc = source.add("abc");
        start(100);

        for (int i = 0; i < 50; i++) {
            stocker.reach(abc, 3);
        }
        Soon.until(source.asked::get, n -> n == 1);
        source.gate.countDown();

        here(abc, 3);
        assertThat(source.asked).hasValue(1);
    }

    @Test
    void bytesThatAreNotTheBlobsAreNeverServed() throws IOException {
        Digest abc = Warehouse.digest("abc");
        for (String wrong : List.of("abd", "ab", "abcd")) {
            source.goods.put(abc, wrong.getBytes(US_ASCII));
            int before = source.asked.get();
            restart();
            stocker.reach(abc, 3);
            Soon.until(source.asked::get, n -> n > before);
            Soon.until(stocker::trouble, trouble -> trouble.isPresent());

            assertThat(stocker.reach(abc, 3)).isInstanceOf(Shelf.Reach.Coming.class);
            Soon.until(this::files, List::isEmpty);
        }
        source.add("abc");

        assertThat(here(abc, 3)).hasContent("abc");
        Soon.until(stocker::trouble, trouble -> trouble.isEmpty());
    }

    @Test
    void aDoorThatRestartsWithEverythingAwayServesWhatItHas() throws IOException {
        Digest abc = source.add("abc");
        start(100);
        here(abc, 3);
        Files.writeString(folder.resolve("cache/coming/half"), "ha");
        source.away = true;

        restart();

        assertThat(stocker.reach(abc, 3)).isInstanceOf(Shelf.Reach.Here.class);
        assertThat(stocker.bytes()).isEqualTo(3);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatWasSpoiltOrTakenAwayOnTheDiskIsFetchedAgain() throws IOException {
        Digest abc = source.add("abc");
        held.put(abc, 3L);
        start(100);
        Path file = here(abc, 3);
        Files.writeString(file, "abd");

        restart();
        Soon.until(() -> content(file), "abc"::equals);

        Files.delete(file);
        assertThat(here(abc, 3)).hasContent("abc");
    }

    @Test
    void roomIsMadeByWhatNobodyHoldsAndForAPhoneByWhatWasUsedLongestAgo() {
        Digest held1 = source.add("1111");
        Digest held2 = source.add("2222");
        Digest unheld = source.add("3333");
        held.put(held1, 4L);
        held.put(held2, 4L);
        start(12);
        here(unheld, 4);
        Soon.until(stocker::missing, n -> n == 0);

        Digest another = source.add("4444");
        held.put(another, 4L);
        Soon.until(stocker::missing, n -> n == 0);
        assertThat(stocker.reach(unheld, 4)).isInstanceOf(Shelf.Reach.Coming.class);

        Digest oneTooMany = source.add("5555");
        held.put(oneTooMany, 4L);
        stocker.look();
        Soon.until(stocker::trouble, trouble -> trouble.orElse("").contains("full of what is"));
        stocker.reach(held2, 4);

        here(oneTooMany, 4);

        assertThat(stocker.reach(held2, 4)).isInstanceOf(Shelf.Reach.Here.class);
        assertThat(stocker.bytes()).isLessThanOrEqualTo(12);
    }

    @Test
    void whatIsLargerThanTheCacheIsATroubleAndDrivesNothingOut() {
        Digest small = source.add("abc");
        Digest large = source.add("0123456789");
        start(5);
        here(small, 3);

        stocker.reach(large, 10);

        Soon.until(stocker::trouble, trouble -> trouble.orElse("").contains("whole cache"));
        assertThat(stocker.reach(small, 3)).isInstanceOf(Shelf.Reach.Here.class);
    }

    @Test
    void anErrorEndsNoWorker() {
        Digest abc = source.add("abc");
        Digest abd = source.add("abd");
        source.broken = true;
        start(100);
        stocker.reach(abc, 3);
        stocker.reach(abd, 3);
        Soon.until(source.asked::get, n -> n >= 2);
        Soon.until(stocker::trouble, trouble -> trouble.orElse("").contains("played"));

        source.broken = false;

        assertThat(here(abc, 3)).hasContent("abc");
    }

    @Test
    void aDiskThatIsToStayFreeIsLeftFree() {
        Digest abc = source.add("abc");
        begin(100, Long.MAX_VALUE / 2);

        stocker.reach(abc, 3);

        Soon.until(stocker::trouble, trouble -> trouble.orElse("").contains("the disk"));
        assertThat(source.asked).hasValue(0);
    }

    private Path here(Digest digest, long size) {
        return ((Shelf.Reach.Here)
                        Soon.until(
                                () -> stocker.reach(digest, size),
                                Shelf.Reach.Here.class::isInstance))
                .file();
    }

    private void start(long most) {
        begin(most, 0);
    }

    private void begin(long most, long reserve) {
        stocker =
                Stocker.start(
                        folder,
                        new Settings(bytes(most), bytes(reserve), 2),
                        source,
                        () -> held,
                        Clock.systemUTC());
    }

    private void restart() {
        if (stocker != null) {
            stocker.close();
        }
        start(100);
    }

    private static MemorySize bytes(long number) {
        return new MemorySize(BigInteger.valueOf(number));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
