package org.fingerpost.cli.xml;

import java.util.concurrent.Callable;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.seal.ConfigKey;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.Salt;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.formats.seal.Sealing;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Encrypt a file under a phone's XML password (P1359).",
        description = {
            "",
            "AES-256-CBC as openssl enc does it: the phone, or openssl enc -d -aes-256-cbc -md md5,"
                + " opens it. A password has 1 to 40 characters of ASCII 33 to 126, so no space:"
                + " phones take no other.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the sealed bytes are written",
            "1:no phone takes that password, or a file cannot be read or written",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost xml seal --password-file key -o cfg000b82123456.xml plain.xml",
            "  fingerpost xml write settings.txt \\",
            "    | fingerpost xml seal --password-file key > sealed",
            "",
            "Nothing signs a sealed file: who can change it on the way can change what it says."
        })
final class XmlSealCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private SealOptions options = new SealOptions();

    @ArgGroup private Salting salting = new Salting();

    private static final class Salting {
        @Option(
                names = "--salt",
                paramLabel = "HEX",
                description = "The salt, 16 hexadecimal digits; default is a random one.")
        private String salt = "";

        @Option(
                names = "--no-salt",
                description = "No salt, and so no head: equal files look equal.")
        private boolean none;
    }

    XmlSealCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        KeyDigest digest = options.digest();
        Salt salt = salt();
        ConfigKey key = key();
        options.write(streams, Sealing.seal(options.read(streams), key, digest, salt));
        return 0;
    }

    private Salt salt() {
        if (salting.none) {
            return Salt.none();
        }
        try {
            return salting.salt.isEmpty() ? Salt.random() : Salt.parse(salting.salt);
        } catch (SealException wrong) {
            throw options.usage("--salt: " + wrong.getMessage());
        }
    }

    private ConfigKey key() {
        try {
            return ConfigKey.of(options.password(streams));
        } catch (SealException wrong) {
            throw new Complaint(wrong.getMessage(), wrong);
        }
    }
}
