package org.fingerpost.cli.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.seal.KeyDigest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What sealing and opening are both told. */
final class SealOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Password password = new Password();

    private static final class Password {
        @Option(
                names = "--password",
                paramLabel = "PASSWORD",
                description = "The phone's P1359. Others on this machine may see it: rather use")
        private String given = "";

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "a file whose first line is the password; - is standard input.")
        private String file = "";
    }

    @Option(
            names = "--md",
            paramLabel = "DIGEST",
            defaultValue = "md5",
            description =
                    "How the key is derived: md5, which phones read (default), or sha256, which"
                            + " openssl takes today.")
    private String digest = "md5";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where the bytes go; default is standard output.")
    private String output = Streams.STANDARD;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = Streams.STANDARD,
            description = "Where they come from; default is standard input.")
    private String input = Streams.STANDARD;

    KeyDigest digest() {
        return KeyDigest.find(digest.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("--md is md5 or sha256, not " + digest));
    }

    String password(Streams streams) {
        if (password.file.isEmpty()) {
            return password.given;
        }
        if (password.file.equals(Streams.STANDARD) && input.equals(Streams.STANDARD)) {
            throw usage("password and bytes cannot both come from standard input");
        }
        String text = new String(streams.read(password.file), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("");
    }

    byte[] read(Streams streams) {
        return streams.read(input);
    }

    String input() {
        return Streams.name(input);
    }

    void write(Streams streams, byte[] bytes) {
        streams.write(output, bytes);
    }

    ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
