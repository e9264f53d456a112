package org.fingerpost.firmware.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Recognises images by their outer header, which lies open. What is inside is encrypted or not; it
 * is nobody's business here.
 */
public final class Images {
    private Images() {}

    /** What the file is, if it is of a format that we know; most are not. */
    public static Optional<KnownImage> recognise(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(Ht80xContainer.LENGTH);
            while (head.hasRemaining() && channel.read(head) >= 0) {}
            head.flip();
            return Ht80xContainer.in(head).or(() -> image(head, channel));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into a file", e);
        }
    }

    private static Optional<KnownImage> image(ByteBuffer head, FileChannel channel) {
        try {
            return OlderImage.in(head, channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into a file", e);
        }
    }
}
