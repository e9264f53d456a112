package org.fingerpost.formats.template;

import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.alias.AliasSettings;
import org.fingerpost.formats.inspect.FileKind;
import org.fingerpost.formats.mac.MacAddress;

/** What any file that holds settings says: to whom, which settings, and what was odd in it. */
public sealed interface ImportedFile {

    FileKind kind();

    /** Whom the file is for, if it says so. */
    Optional<MacAddress> mac();

    /** What was read otherwise than it stood, with its place, in sentences without values. */
    List<String> oddities();

    /**
     * A config binary, an XML file of version 1, or a text template. The line of a setting from a
     * binary, which has no lines, is its place among the settings, from 1.
     */
    record Numbered(FileKind kind, Optional<MacAddress> mac, TextTemplate template)
            implements ImportedFile {
        @Override
        public List<String> oddities() {
            return template.oddities();
        }
    }

    /**
     * An XML file of version 2.
     *
     * @param entries an alias may stand in several; the later counts
     * @param closing the comment after the last setting
     */
    record Named(
            Optional<MacAddress> mac,
            List<AliasEntry> entries,
            String closing,
            List<String> oddities)
            implements ImportedFile {
        public Named {
            entries = List.copyOf(entries);
            closing = Descriptions.checked(closing);
            oddities = List.copyOf(oddities);
        }

        @Override
        public FileKind kind() {
            return FileKind.XML_ALIASES;
        }

        public AliasSettings settings() {
            return AliasSettings.of(entries.stream().map(AliasEntry::setting).toList());
        }

        /** Without comments, which may hold secrets that were commented out. */
        @Override
        public String toString() {
            return entries.toString();
        }
    }

    /**
     * Finds out what the file is, and reads it.
     *
     * @throws TemplateException if it holds no settings that can be read: a sealed file, one that
     *     the vendor's tool encrypted, firmware, anything else, or a broken one
     */
    static ImportedFile read(byte[] file) {
        return FileImport.of(file);
    }
}
