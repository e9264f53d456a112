package org.fingerpost.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fingerpost.cli.streams.Streams;

/**
 * What the launcher runs once after a build, for the JVM to write down which classes the commands
 * load (JEP 514). Touches no file and no network; the commands start in half the time afterwards.
 */
final class Rehearsal {
    private static final String SETTINGS = "P47=sip.example.net\nP35=2001\nP270=Front Desk\n";

    private Rehearsal() {}

    public static void main(String[] none) {
        byte[] lines = SETTINGS.getBytes(StandardCharsets.UTF_8);
        byte[] binary = run(lines, "cfg", "encode", "--mac", "000b82123456");
        run(binary, "cfg", "inspect");
        run(run(binary, "cfg", "decode", "--json"), "cfg", "encode", "--json");
        byte[] xml = run(run(binary, "cfg", "decode"), "xml", "write");
        byte[] sealed = run(xml, "xml", "seal", "--password", "rehearsal");
        run(run(sealed, "xml", "open", "--password", "rehearsal"), "xml", "read");
        run(xml, "template", "import");
        run(lines, "template", "lint");
        run(lines, "pvalue", "find", "sip", "server");
        run(lines, "pvalue", "show", "P47");
        run(lines, "cfg", "encode", "--help");
    }

    /** What the command writes. */
    private static byte[] run(byte[] input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var silence = new PrintWriter(OutputStream.nullOutputStream());
        var streams = new Streams(new ByteArrayInputStream(input), out, silence);
        int exit =
                Fingerpost.commandLine(streams, arguments)
                        .setOut(silence)
                        .setErr(silence)
                        .execute(arguments);
        if (exit != 0) {
            throw new IllegalStateException(Arrays.toString(arguments) + " exited with " + exit);
        }
        return out.toByteArray();
    }
}
