package org.fingerpost.fuzz.files;

import java.util.Optional;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateException;
import org.fingerpost.formats.xml.XmlFile;
import org.fingerpost.fuzz.claim.Allowance;
import org.fingerpost.fuzz.claim.Claim;

/**
 * The import of any file that holds settings. Refused by its own exception. It says what the reader
 * of that kind says, tells of what that reader refuses, and takes every sound binary.
 */
public final class ImportTarget {

    private ImportTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        read(input);
        read(CfgTarget.repaired(input));
    }

    private static void read(byte[] file) {
        Allowance.of(
                        file.length,
                        () ->
                                Claim.readOrRefused(
                                        TemplateException.class, () -> ImportedFile.read(file)))
                .ifPresentOrElse(
                        imported -> agreesWithReader(imported, file),
                        () ->
                                Claim.holds(
                                        Inspector.inspect(file).kind() != FileKind.CFG_BINARY
                                                || !Inspector.inspect(file).isSound(),
                                        "a sound binary is taken"));
    }

    private static void agreesWithReader(ImportedFile imported, byte[] file) {
        imported.oddities().forEach(Claim::isTellable);
        switch (imported) {
            case ImportedFile.Numbered(var kind, var mac, var template) -> {
                if (kind == FileKind.CFG_BINARY) {
                    var read = CfgBinary.decode(file);
                    Claim.same(read.settings(), template.settings(), "the decoder's settings");
                    Claim.same(read.mac(), mac.orElseThrow(), "the decoder's address");
                } else if (kind == FileKind.XML_P_VALUES) {
                    strictly(imported, file, XmlFile.Numbered.class)
                            .ifPresent(read -> {
                                Claim.same(
                                        read.settings(), template.settings(), "the XML's settings");
                                Claim.same(read.mac(), mac, "the XML's address");
                            });
                }
            }
            case ImportedFile.Named named -> {
                strictly(imported, file, XmlFile.Named.class)
                        .ifPresent(read -> {
                            Claim.same(read.settings(), named.settings(), "the XML's settings");
                            Claim.same(read.mac(), named.mac(), "the XML's address");
                        });
            }
        }
    }

    /** Nothing where only an import, which reads a bare ampersand as it stands, takes the file. */
    private static <T extends XmlFile> Optional<T> strictly(
            ImportedFile imported, byte[] file, Class<T> version) {
        Optional<XmlFile> read =
                Claim.readOrRefused(MarkupException.class, () -> XmlFile.read(file));
        if (read.isEmpty()) {
            Claim.holds(!imported.oddities().isEmpty(), "what was passed over is told");
        }
        // Of a file without settings the one says its version, the other that of what is in it.
        return read.filter(version::isInstance).map(version::cast);
    }
}
