package org.fingerpost.config.turns;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.fingerpost.formats.mac.MacAddress;

/**
 * A provider's own key for its phones' turns. Without it nobody can tell when a phone comes, nor
 * choose addresses that fall together; addresses that follow each other, as those of one carton do,
 * lie apart. It opens nothing, and is not changed but by an archive: a phone keeps its turn.
 *
 * <pre>
 * draw = first 4 bytes of SHA-256( key[16] mac[6] ), big-endian
 * turn = draw * turns / 2^32
 * </pre>
 *
 * <p>SHA-256 and not a shorter hash, because PostgreSQL has it too: the planner counts turns where
 * the devices are.
 */
public final class TurnKey {
    public static final int BYTES = 16;
    private static final int MAC_BYTES = 6;

    private final byte[] key;

    private TurnKey(byte[] key) {
        this.key = key;
    }

    public static TurnKey draw(SecureRandom random) {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return new TurnKey(drawn);
    }

    /**
     * @throws IllegalArgumentException if there are not 16 bytes
     */
    public static TurnKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a turn key has " + BYTES + " bytes");
        }
        return new TurnKey(bytes.clone());
    }

    public byte[] bytes() {
        return key.clone();
    }

    /** A number from 0 to {@code turns - 1}, the same whenever it is asked for. */
    public int turn(MacAddress mac, int turns) {
        byte[] text =
                ByteBuffer.allocate(BYTES + Long.BYTES)
                        .put(key)
                        .putLong(mac.bits() << Short.SIZE)
                        .array();
        long draw = Integer.toUnsignedLong(ByteBuffer.wrap(sha256(text)).getInt());
        return (int) (draw * turns >>> Integer.SIZE);
    }

    private static byte[] sha256(byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text, 0, BYTES + MAC_BYTES);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TurnKey[…]";
    }
}
