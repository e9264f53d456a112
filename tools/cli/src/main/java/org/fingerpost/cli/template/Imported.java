package org.fingerpost.cli.template;

import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import org.fingerpost.formats.template.ImportedFile;
import org.fingerpost.formats.template.TemplateException;

/** Files that hold settings, whatever they are. */
final class Imported {

    private Imported() {}

    /**
     * @throws Complaint if no settings can be taken from it
     */
    static ImportedFile read(Streams streams, String file) {
        byte[] bytes = streams.read(file);
        try {
            return ImportedFile.read(bytes);
        } catch (TemplateException wrong) {
            throw new Complaint(Streams.name(file) + ": " + wrong.getMessage(), wrong);
        }
    }
}
