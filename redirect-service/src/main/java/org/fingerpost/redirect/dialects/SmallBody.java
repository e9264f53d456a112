package org.fingerpost.redirect.dialects;

import java.io.IOException;
import java.io.InputStream;
import org.fingerpost.problems.Problem;

/** The body of a call, which is small. */
public final class SmallBody {
    private SmallBody() {}

    /**
     * All of it.
     *
     * @throws Problem if it has more bytes than that, of which no more are read
     */
    public static byte[] read(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw Problem.tooLarge("a call has " + most + " bytes at the most");
        }
        return bytes;
    }
}
