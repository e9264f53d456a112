package org.fingerpost.config.archives.documents;

/** What was in the envelope is no archive: which document and why, never its text. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveException(long document, String why) {
        super("document " + document + ": " + why);
    }
}
