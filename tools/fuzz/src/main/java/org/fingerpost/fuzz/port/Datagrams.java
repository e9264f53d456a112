package org.fingerpost.fuzz.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes datagrams: requests as they should be, spoiled ones, and words of all other kinds. */
final class Datagrams {
    static final int READ = 1;
    static final int WRITE = 2;
    static final int DATA = 3;
    static final int ACK = 4;
    static final int ERROR = 5;
    static final int OPTION_ACK = 6;

    private static final int HEAD = 4;
    private static final String NAT = "\0grandstream_NAT\0001";
    private static final List<String> TRICKS =
            List.of(
                    "../../../etc/passwd",
                    "/../etc/passwd",
                    "/gs/../../etc/shadow",
                    "/p/key/../../../secret",
                    "/fw/key/..\\..\\..\\secret",
                    "\\..\\secret",
                    "/fw/key/%2e%2e/%2e%2e/%2e%2e/secret",
                    "/fw/key/..%2f..%2f..%2fsecret",
                    "/fw/key/..%252f..%252f..%252fsecret",
                    "/fw/key/....//....//....//secret",
                    "/fw/key/./.././../../secret",
                    "etc/passwd",
                    "/etc/passwd",
                    "C:\\secret",
                    "//host/secret",
                    "/p//key//..//..//..//secret",
                    "/gs/cfg000b82000001/../../../secret",
                    "file:///etc/passwd",
                    "http://127.0.0.1/secret",
                    "/fw/key/image.bin/",
                    "/",
                    ".",
                    "..",
                    "-",
                    "/fw/key/" + "a/".repeat(200) + "b");
    private static final List<String> OPTIONS =
            List.of(
                    "blksize",
                    "BLKSIZE",
                    "BlkSize",
                    "tsize",
                    "timeout",
                    "windowsize",
                    "WINDOWSIZE",
                    "multicast",
                    "rollover",
                    "utimeout",
                    "grandstream_MODEL",
                    "grandstream_ID",
                    "grandstream_REV_PHONE",
                    "grandstream_REV_BOOT",
                    "");
    private static final List<String> VALUES =
            List.of(
                    "0",
                    "1",
                    "7",
                    "8",
                    "9",
                    "64",
                    "255",
                    "256",
                    "512",
                    "1428",
                    "65464",
                    "65465",
                    "65535",
                    "65536",
                    "2147483647",
                    "2147483648",
                    "4294967296",
                    "9223372036854775807",
                    "99999999999999999999999999",
                    "-1",
                    "-512",
                    "+512",
                    "0x200",
                    "5e2",
                    " 512",
                    "",
                    "\u00b2",
                    "GXP2160",
                    "000b82000001",
                    "001.000.009.001",
                    "1.".repeat(100));

    private final Random random;
    private final List<String> names;
    private int ack;

    Datagrams(Random random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    /** A request that the server may take, or one that it should not. */
    byte[] request(boolean nat) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> good(nat);
            case 3 -> spoiled(good(nat));
            case 4 -> bytes(READ, name() + "\0octet" + options(random.nextInt(40)) + end(nat));
            case 5 -> bytes(random.nextBoolean() ? READ : WRITE, name() + mode() + end(nat));
            case 6 -> longest(nat);
            default -> Arrays.copyOf(good(nat), random.nextInt(60));
        };
    }

    /** Anything at all. */
    byte[] any(boolean nat) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> request(nat);
            case 3 -> numbered(ACK, nextAck(), 0);
            case 4 -> other();
            case 5 -> random(random.nextInt(40));
            case 6 -> spoiled(other());
            default -> random(random.nextInt(4) == 0 ? 20_000 : random.nextInt(1_600));
        };
    }

    /** One word that says how far somebody is, or should be none. */
    byte[] acknowledgement(int block) {
        return numbered(ACK, block, 0);
    }

    /** Each number in its turn. */
    int nextAck() {
        ack = ack + 1 & 0xffff;
        return ack;
    }

    byte[] other() {
        return switch (random.nextInt(4)) {
            case 0 -> numbered(DATA, random.nextInt(65_536), random.nextInt(600));
            case 1 -> numbered(ERROR, random.nextInt(12), random.nextInt(40));
            case 2 -> bytes(OPTION_ACK, options(random.nextInt(5)).replaceFirst("\0", "") + "\0");
            default -> numbered(ACK, random.nextInt(65_536), random.nextInt(8));
        };
    }

    private byte[] good(boolean nat) {
        String name = names.get(random.nextInt(names.size()));
        return bytes(READ, name + "\0octet" + options(random.nextInt(4)) + end(nat));
    }

    private String name() {
        return switch (random.nextInt(4)) {
            case 0 -> names.get(random.nextInt(names.size()));
            case 1 -> TRICKS.get(random.nextInt(TRICKS.size()));
            case 2 -> "/fw/key/" + new String(random(1 + random.nextInt(30)), ISO_8859_1);
            default -> "/p/key/cfg%012x.xml".formatted(random.nextLong() & 0xffff_ffff_ffffL);
        };
    }

    private String mode() {
        return List.of("\0octet", "\0OcTeT", "\0netascii", "\0mail", "\0", "", "\0octet\0\0\0")
                .get(random.nextInt(7));
    }

    /** The last NUL is missing now and then. */
    private String end(boolean nat) {
        return (nat ? NAT : "") + (random.nextInt(20) == 0 ? "" : "\0");
    }

    private String options(int count) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < count; i++) {
            options.append('\0').append(OPTIONS.get(random.nextInt(OPTIONS.size())));
            options.append('\0').append(VALUES.get(random.nextInt(VALUES.size())));
        }
        return options.toString();
    }

    /** Around the most that a request may have, and far beyond. */
    private byte[] longest(boolean nat) {
        int length = random.nextInt(10) == 0 ? 60_000 : 1_000 + random.nextInt(50);
        return bytes(READ, "/fw/key/" + "a".repeat(length) + "\0octet" + end(nat));
    }

    private byte[] spoiled(byte[] good) {
        byte[] bytes = good.clone();
        for (int change = 1 + random.nextInt(4); change > 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = 0;
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] numbered(int code, int number, int more) {
        byte[] bytes = Arrays.copyOf(random(HEAD + more), HEAD + more);
        bytes[0] = 0;
        bytes[1] = (byte) code;
        bytes[2] = (byte) (number >> 8);
        bytes[3] = (byte) number;
        return bytes;
    }

    static byte[] bytes(int code, String text) {
        return ("\0" + (char) code + text).getBytes(ISO_8859_1);
    }
}
