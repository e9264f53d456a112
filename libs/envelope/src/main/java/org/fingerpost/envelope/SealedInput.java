package org.fingerpost.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * What is in an envelope, a chunk at a time, each only after it was found to be as it was sealed.
 * That all of it was there is known at its end, and not before.
 */
public final class SealedInput extends InputStream {
    private static final int WHOLE = EnvelopeHead.CHUNK + EnvelopeHead.TAG;

    private final InputStream in;
    private final EnvelopeHead head;
    private byte[] ahead;
    private byte[] open = new byte[0];
    private int at;
    private int counter;
    private boolean ended;

    /**
     * @throws EnvelopeException if this is no envelope
     */
    public SealedInput(InputStream in, Passphrase passphrase) throws IOException {
        this.in = in;
        this.head = EnvelopeHead.read(in, passphrase);
        this.ahead = in.readNBytes(WHOLE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /**
     * @throws EnvelopeException if the passphrase is another, or the bytes were changed
     */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == open.length) {
            if (ended) {
                return -1;
            }
            openNext();
        }
        int some = Math.min(length, open.length - at);
        System.arraycopy(open, at, into, offset, some);
        at += some;
        return some;
    }

    /** The last chunk is the one behind which nothing comes; its nonce must say so too. */
    private void openNext() throws IOException {
        byte[] chunk = ahead;
        ahead = chunk.length == WHOLE ? in.readNBytes(WHOLE) : new byte[0];
        boolean last = ahead.length == 0;
        if (chunk.length < EnvelopeHead.TAG) {
            throw EnvelopeException.wrong();
        }
        try {
            open = head.cipher(Cipher.DECRYPT_MODE, counter, last).doFinal(chunk);
        } catch (GeneralSecurityException changed) {
            throw EnvelopeException.wrong();
        }
        counter = Math.incrementExact(counter);
        at = 0;
        ended = last;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(open, (byte) 0);
        in.close();
    }
}
