package org.fingerpost.bench.world;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A registry of 1,000,000 ranges of 1,000 providers with a target server each; the same in every
 * run.
 *
 * <p>A provider has a block of 16,384 addresses with 99 sites of 128 in it; in each site lie three
 * floors of 8, in each of them a room of 2, and in that one phone alone: five deep. Nine phones
 * alone lie beside the sites.
 */
public final class World {
    public static final int PROVIDERS = 1_000;
    public static final int RANGES = 1_000_000;

    private static final int BLOCK = 1 << 14;
    private static final int SITE = 1 << 7;
    private static final int SITES = 99;
    private static final int FLOORS = 3;
    private static final int ALONE = 9;

    private final BiConsumer<String, byte[]> each;
    private long id;

    private World(BiConsumer<String, byte[]> each) {
        this.each = each;
    }

    /** Key and value of every state record, servers before ranges, outer ranges before inner. */
    public static void tell(BiConsumer<String, byte[]> each) {
        World world = new World(each);
        for (int provider = 1; provider <= PROVIDERS; provider++) {
            world.each.accept("target/" + provider, server(provider));
        }
        for (int turn = 0; turn < PROVIDERS; turn++) {
            world.block(1 + turn * 617 % PROVIDERS); // nobody registers in the order of addresses
        }
    }

    public static byte[] range(long id, long first, long last, int provider) {
        return bytes(
                "{\"id\":"
                        + id
                        + ",\"provider\":"
                        + provider
                        + ",\"first\":\""
                        + new MacAddress(first)
                        + "\",\"last\":\""
                        + new MacAddress(last)
                        + "\",\"target\":"
                        + provider
                        + ",\"state\":\"active\"}");
    }

    /** The first address of a provider's block. */
    public static long block(int provider, int offset) {
        return MacAddress.parse("000b82000000").bits() + (long) provider * BLOCK + offset;
    }

    /** Addresses as phones would ask: anywhere in the blocks, and one of eight outside. */
    public static MacAddress[] phones(int count) {
        Random random = new Random(237);
        MacAddress[] phones = new MacAddress[count];
        for (int i = 0; i < count; i++) {
            int provider = 1 + random.nextInt(PROVIDERS + PROVIDERS / 7);
            phones[i] = new MacAddress(block(provider, random.nextInt(BLOCK)));
        }
        return phones;
    }

    /** As many numbers as the flattened ranges have ends, over the same addresses. */
    public static long[] boundaries() {
        long span = (long) BLOCK * PROVIDERS;
        return LongStream.range(0, 2L * RANGES)
                .map(i -> block(1, 0) + i * span / (2L * RANGES))
                .toArray();
    }

    private void block(int provider) {
        add(provider, 0, BLOCK);
        for (int site = 0; site < SITES; site++) {
            int siteAt = site * SITE;
            add(provider, siteAt, SITE);
            for (int floor = 0; floor < FLOORS; floor++) {
                int floorAt = siteAt + 8 + 40 * floor;
                add(provider, floorAt, 8);
                add(provider, floorAt + 2, 2);
                add(provider, floorAt + 3, 1);
            }
        }
        for (int phone = 0; phone < ALONE; phone++) {
            add(provider, SITES * SITE + 100 * phone, 1);
        }
    }

    private void add(int provider, int offset, int size) {
        long first = block(provider, offset);
        id++;
        each.accept("range/" + id, range(id, first, first + size - 1, provider));
    }

    private static byte[] server(int id) {
        return bytes(
                """
                {"id":%d,"provider":%d,"name":"main","configUrl":"https://p%d.example.net/cfg","firmwareUrl":"https://p%d.example.net/fw"}\
                """
                        .formatted(id, id, id, id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
