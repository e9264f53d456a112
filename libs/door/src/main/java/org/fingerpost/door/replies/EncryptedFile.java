package org.fingerpost.door.replies;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sends a part of a file over TLS, where the kernel cannot do it: through buffers outside the heap,
 * from which the native engine encrypts without another copy. The framework's own way reads a
 * quarter as much at a time, into the heap. One is on its way at a time, so that a thousand phones
 * take little memory; it is read on the event loop, as the kernel reads files without TLS.
 */
final class EncryptedFile {
    /** Two of the longest records (RFC 8446, 5.1). */
    private static final int PIECE = 32 * 1024;

    /** A line that takes all at once is not to keep the others of its event loop waiting. */
    private static final int PIECES_AT_ONCE = 8;

    private final Context loop;
    private final HttpServerResponse response;
    private final FileChannel file;
    private final Promise<Void> sent = Promise.promise();
    private long at;
    private long left;
    private boolean onTheWay;
    private boolean going;

    private EncryptedFile(
            Context loop, HttpServerResponse response, FileChannel file, long at, long length) {
        this.loop = loop;
        this.response = response;
        this.file = file;
        this.at = at;
        this.left = length;
    }

    /** Ends when the last of it is with the socket; the response is ended then. */
    static Future<Void> send(
            Context loop, HttpServerResponse response, Path path, long offset, long length) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            EncryptedFile sending = new EncryptedFile(loop, response, file, offset, length);
            sending.go();
            return sending.sent.future().eventually(sending::close);
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    private void go() {
        going = true;
        int pieces = 0;
        while (left > 0 && !onTheWay && !sent.future().isComplete()) {
            if (pieces++ == PIECES_AT_ONCE) {
                loop.runOnContext(later -> go());
                return;
            }
            piece();
        }
        going = false;
        if (left == 0 && !onTheWay && !sent.future().isComplete()) {
            response.end().onComplete(sent);
        }
    }

    private void piece() {
        ByteBuf piece = PooledByteBufAllocator.DEFAULT.directBuffer(PIECE);
        try {
            read(piece);
        } catch (IOException | RuntimeException e) {
            piece.release();
            sent.tryFail(e);
            return;
        }
        onTheWay = true;
        response.write(BufferImpl.buffer(piece))
                .onComplete(done -> {
                    piece.release();
                    onTheWay = false;
                    if (done.failed()) {
                        sent.tryFail(done.cause());
                    } else if (!going) { // what the line has taken at once, the loop goes on with
                        go();
                    }
                });
    }

    private void read(ByteBuf piece) throws IOException {
        int most = (int) Math.min(PIECE, left);
        while (piece.readableBytes() < most) {
            int read =
                    piece.writeBytes(
                            file, at + piece.readableBytes(), most - piece.readableBytes());
            if (read < 0) {
                throw new EOFException("the file is shorter than it was");
            }
        }
        at += most;
        left -= most;
    }

    private Future<Void> close() {
        try {
            file.close();
            return Future.succeededFuture();
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
