package org.fingerpost.cli.xml;

import java.util.concurrent.Callable;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.formats.seal.KeyDigest;
import org.fingerpost.formats.seal.SealException;
import org.fingerpost.formats.seal.Sealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Decrypt a sealed file.",
        description = {
            "",
            "Opens what seal, a provisioning system or openssl enc -aes-256-cbc made, with or"
                + " without a salt. The digest is said, never guessed. About one wrong password in"
                + " 256 opens to noise: the file does not say that it is wrong.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the plain bytes are written",
            "1:it does not open: another password or digest, or damage",
            "2:the command was not understood"
        },
        footer = {
            "",
            "Examples:",
            "  fingerpost xml open --password-file key cfg000b82123456.xml",
            "  fingerpost xml open --password-file key --md sha256 todays-openssl > plain.xml"
        })
final class XmlOpenCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private SealOptions options = new SealOptions();

    XmlOpenCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        KeyDigest digest = options.digest();
        String password = options.password(streams);
        byte[] sealed = options.read(streams);
        byte[] plain;
        try {
            plain = Sealing.open(sealed, password, digest);
        } catch (SealException wrong) {
            throw new Complaint(options.input() + ": " + why(sealed, digest, wrong), wrong);
        }
        options.write(streams, plain);
        return 0;
    }

    private static String why(byte[] sealed, KeyDigest digest, SealException wrong) {
        if (Inspector.inspect(sealed).kind() == FileKind.SEALED_BASE64) {
            return "is sealed, but in base64, which phones do not read: decode it first (base64"
                    + " -d)";
        }
        boolean perhapsToday = Sealing.isSalted(sealed) && digest == KeyDigest.MD5;
        return wrong.getMessage()
                + (perhapsToday ? "; what today's openssl made opens with --md sha256" : "");
    }
}
