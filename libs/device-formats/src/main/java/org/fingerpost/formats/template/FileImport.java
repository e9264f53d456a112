package org.fingerpost.formats.template;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFile;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.inspect.Inspection;
import org.fingerpost.formats.inspect.Inspection.Severity;
import org.fingerpost.formats.inspect.Inspector;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.xml.XmlReader;

/** Reads a file by the reader of its kind. */
final class FileImport {

    private FileImport() {}

    static ImportedFile of(byte[] file) {
        Inspection found = Inspector.inspect(file);
        return switch (found.kind()) {
            case CFG_BINARY -> binary(file, found);
            case XML_P_VALUES, XML_ALIASES -> xml(file, found.kind());
            case TEXT_TEMPLATE ->
                    new ImportedFile.Numbered(
                            found.kind(), Optional.empty(), TextTemplate.read(file));
            case CFG_ENCRYPTED -> throw refused(found, "it cannot be opened");
            case SEALED -> throw refused(found, "open it first, with the phone's XML password");
            case SEALED_BASE64 ->
                    throw refused(found, "decode it, then open it with the phone's XML password");
            case FIRMWARE_CONTAINER, FIRMWARE_IMAGE ->
                    throw refused(found, "there are no settings in it");
            case XML_OTHER, EMPTY, UNKNOWN ->
                    throw refused(
                            found,
                            firstError(found)
                                    .orElse("neither a config file nor lines such as P271=1"));
        };
    }

    private static ImportedFile binary(byte[] file, Inspection found) {
        try {
            CfgFile read = CfgBinary.decode(file);
            TextTemplate plain = TextTemplate.of(read.settings());
            return new ImportedFile.Numbered(
                    found.kind(),
                    Optional.of(read.mac()),
                    new TextTemplate(plain.entries(), "", oddities(found, file)));
        } catch (CfgFormatException broken) {
            throw new TemplateException(
                    0, "a config binary that cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static List<String> oddities(Inspection found, byte[] file) {
        var oddities = new Oddities();
        for (Inspection.Fault fault : found.faults()) {
            if (fault.severity() == Severity.WARNING) {
                oddities.add("byte " + fault.offset() + ": " + fault.sentence());
            }
        }
        if (hasBarePlus(file)) {
            oddities.add("a plus is read as a plus; whoever wrote this may have meant a space");
        }
        return oddities.all();
    }

    /** In a body whose encoder escapes all pluses of its own, one is a space. */
    private static boolean hasBarePlus(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf('+', CfgBinary.HEADER) >= 0;
    }

    private static ImportedFile xml(byte[] file, FileKind kind) {
        var content = new XmlTemplateContent();
        try {
            XmlReader.readLeniently(file, content);
        } catch (MarkupException broken) {
            throw new TemplateException(broken.line(), broken.why(), broken);
        }
        return content.imported(kind);
    }

    private static TemplateException refused(Inspection found, String why) {
        return new TemplateException(0, meaning(found.kind()) + ": " + why);
    }

    private static String meaning(FileKind kind) {
        return "the file is of kind " + kind.id() + " (" + kind.meaning() + ")";
    }

    private static Optional<String> firstError(Inspection found) {
        return found.faults().stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .map(fault -> fault.sentence() + ", at byte " + fault.offset())
                .findFirst();
    }
}
