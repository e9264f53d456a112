package org.fingerpost.bench.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A key on P-256 and a certificate of itself, for both servers. */
public record Certificate(Path chain, Path key) {
    /** Made in this folder. */
    public static Certificate in(Path folder) throws IOException {
        Certificate made = new Certificate(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        Process openssl =
                new ProcessBuilder(
                                List.of(
                                        "openssl",
                                        "req",
                                        "-x509",
                                        "-newkey",
                                        "ec",
                                        "-pkeyopt",
                                        "ec_paramgen_curve:P-256",
                                        "-nodes",
                                        "-days",
                                        "2",
                                        "-subj",
                                        "/CN=localhost",
                                        "-keyout",
                                        made.key.toString(),
                                        "-out",
                                        made.chain.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes());
        if (openssl.onExit().join().exitValue() != 0) {
            throw new IOException("openssl made no certificate: " + said);
        }
        return made;
    }
}
