package org.fingerpost.cli.archive;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.envelope.Passphrase;
import picocli.CommandLine.Option;

/** The passphrase: from a file, or from whoever sits at the terminal. */
final class PassphraseOption {
    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "The passphrase, at least 12 characters; without it the terminal is asked.")
    private String file = "";

    /**
     * @param twice so that nobody seals under a misspelt one
     * @throws Complaint if there is none, or too short a one
     */
    String text(Streams streams, boolean twice) {
        String text =
                file.isEmpty()
                        ? asked(twice)
                        : new String(streams.read(file), StandardCharsets.UTF_8)
                                .replaceFirst("\\r?\\n\\z", "");
        try {
            Passphrase.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Complaint(wrong.getMessage(), wrong);
        }
        return text;
    }

    private static String asked(boolean twice) {
        Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw new Complaint("nobody is there to be asked: --passphrase-file names a file");
        }
        String first = read(terminal, "Passphrase: ");
        if (twice && !first.equals(read(terminal, "The same again: "))) {
            throw new Complaint("the two are not the same");
        }
        return first;
    }

    private static String read(Console terminal, String prompt) {
        char[] typed = terminal.readPassword(prompt);
        if (typed == null) {
            throw new Complaint("no passphrase was given");
        }
        return new String(typed);
    }
}
