package org.fingerpost.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/** Seals what is written to it. Without {@link #close} there is no last chunk, and no envelope. */
public final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final EnvelopeHead head;
    private final byte[] chunk = new byte[EnvelopeHead.CHUNK];
    private int filled;
    private int counter;
    private boolean closed;

    public SealedOutput(OutputStream out, Passphrase passphrase, SecureRandom random)
            throws IOException {
        this.out = out;
        this.head = EnvelopeHead.make(passphrase, random);
        out.write(head.bytes());
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            if (filled == chunk.length) {
                seal(false);
            }
            int some = Math.min(chunk.length - filled, offset + length - at);
            System.arraycopy(from, at, chunk, filled, some);
            filled += some;
            at += some;
        }
    }

    /** A full chunk is sealed only when more comes: the last one is marked. */
    private void seal(boolean last) throws IOException {
        try {
            out.write(head.cipher(Cipher.ENCRYPT_MODE, counter, last).doFinal(chunk, 0, filled));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
        counter = Math.incrementExact(counter);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            out.close();
        }
    }
}
