package org.fingerpost.firmware.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.fingerpost.firmware.SmallDisk;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.testkit.Soon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that somebody else fills while a blob is on its way. */
class FullShelfTest {
    @TempDir Path folder;

    private record Settings(MemorySize size, MemorySize reserve, int atOnce)
            implements ShelfSettings {}

    @Test
    void aDiskThatIsFullIsATroubleLeavesNothingHalfAndHealsByItself() throws Exception {
        Warehouse source = new Warehouse();
        String content = "0123456789abcdef".repeat(1 << 16);
        Digest digest = source.add(content);
        source.gate = new CountDownLatch(1);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 4);
                Stocker stocker =
                        Stocker.start(
                                disk.folder(),
                                new Settings(bytes(100 << 20), bytes(0), 1),
                                source,
                                () -> Map.of(digest, (long) content.length()),
                                Clock.systemUTC())) {
            Soon.until(source.asked::get, n -> n == 1);
            Path rest = disk.fill();
            source.gate.countDown();

            Soon.until(stocker::trouble, trouble -> trouble.isPresent());
            assertThat(stocker.reach(digest, content.length()))
                    .isInstanceOf(Shelf.Reach.Coming.class);
            assertThat(stocker.bytes()).isZero();
            try (var coming = Files.list(disk.folder().resolve("cache/coming"))) {
                assertThat(coming).isEmpty();
            }
            Files.delete(rest);

            Soon.until(stocker::missing, n -> n == 0);
            assertThat(stocker.trouble()).isEmpty();
        }
    }

    private static MemorySize bytes(long number) {
        return new MemorySize(BigInteger.valueOf(number));
    }
}
