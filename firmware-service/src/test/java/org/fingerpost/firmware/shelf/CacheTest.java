package org.fingerpost.firmware.shelf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.blobs.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final long ALL_DISKS = Long.MAX_VALUE / 2;
    private static final Digest ONE = Warehouse.digest("a large one");
    private static final Digest OTHER = Warehouse.digest("another large one");

    @TempDir Path folder;

    @Test
    void twoThatDoNotFitTogetherDriveNothingOutForNothing() throws IOException {
        Cache cache = open(0);
        Digest abc = take(cache, "abc");

        assertThat(room(cache, ONE, 6)).isInstanceOf(Cache.Room.Enough.class);
        assertThat(room(cache, OTHER, 6)).isInstanceOf(Cache.Room.No.class);
        assertThat(cache.has(abc, 3)).isTrue();

        cache.release(ONE);
        assertThat(room(cache, OTHER, 6)).isInstanceOf(Cache.Room.Enough.class);
    }

    @Test
    void whatHasComeIsPromisedNoRoomAnyMore() throws IOException {
        Cache cache = open(0);
        Digest abc = Warehouse.digest("abc");
        room(cache, abc, 3);

        take(cache, "abc");

        assertThat(room(cache, ONE, 7)).isInstanceOf(Cache.Room.Enough.class);
        assertThat(cache.has(abc, 3)).isTrue();
    }

    @Test
    void noMoreIsDroppedThanHasTo() throws IOException {
        Cache cache = open(0);
        take(cache, "1111");
        take(cache, "2222");

        assertThat(room(cache, ONE, 5)).isInstanceOf(Cache.Room.Enough.class);

        assertThat(cache.bytes()).isEqualTo(4);
    }

    @Test
    void aDiskThatSomebodyElseFilledCostsTheShelfNothing() throws IOException {
        Digest abc = take(open(0), "abc");
        Cache cache = open(ALL_DISKS);

        assertThat(room(cache, ONE, 6)).isInstanceOf(Cache.Room.No.class);

        assertThat(cache.has(abc, 3)).isTrue();
        assertThat(cache.find(abc, 3)).isPresent();
    }

    @Test
    void whatCannotBeReadIsKeptAndWhatIsSpoiltOrGoneIsNot() throws IOException {
        Cache cache = open(0);
        Digest abc = take(cache, "abc");
        Path file = cache.find(abc, 3).orElseThrow();
        Path aside = Files.move(file, folder.resolve("aside"));
        Files.createSymbolicLink(file, file);

        assertThat(cache.prove(abc)).isEqualTo(BlobStore.Condition.UNREADABLE);
        assertThat(cache.has(abc, 3)).isTrue();
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(cache.prove(abc)).isEqualTo(BlobStore.Condition.SOUND);

        Files.writeString(file, "abd");
        assertThat(cache.prove(abc)).isEqualTo(BlobStore.Condition.SPOILT);
        assertThat(cache.has(abc, 3)).isFalse();
        assertThat(file).doesNotExist();
        Files.delete(cache.find(take(cache, "abc"), 3).orElseThrow());
        assertThat(cache.prove(abc)).isEqualTo(BlobStore.Condition.MISSING);
        assertThat(cache.has(abc, 3)).isFalse();
    }

    private Cache open(long reserve) {
        return Cache.open(folder, 10, reserve, Clock.systemUTC());
    }

    private static Cache.Room room(Cache cache, Digest digest, long size) {
        return cache.makeRoom(digest, size, _ -> false, true);
    }

    private static Digest take(Cache cache, String content) throws IOException {
        Digest digest = Warehouse.digest(content);
        cache.take(digest, content.length(), new ByteArrayInputStream(content.getBytes(US_ASCII)));
        return digest;
    }
}
