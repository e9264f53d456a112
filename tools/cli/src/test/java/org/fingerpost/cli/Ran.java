package org.fingerpost.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.fingerpost.cli.streams.Streams;

/** A run of the command in this process, and what came of it. */
public record Ran(int exit, byte[] bytes, String err) {

    /** Runs it on the bytes as standard input. */
    public static Ran on(byte[] input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        var errors = new PrintWriter(err, true);
        var streams = new Streams(new ByteArrayInputStream(input), out, errors);
        int exit =
                Fingerpost.commandLine(streams, arguments)
                        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                        .setErr(errors)
                        .execute(arguments);
        return new Ran(exit, out.toByteArray(), err.toString());
    }

    public static Ran on(String input, String... arguments) {
        return on(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** Runs it on nothing. */
    public static Ran with(String... arguments) {
        return on(new byte[0], arguments);
    }

    static Streams nothing() {
        return new Streams(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new PrintWriter(new StringWriter()));
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
