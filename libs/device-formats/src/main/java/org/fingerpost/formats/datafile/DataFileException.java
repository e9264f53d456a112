package org.fingerpost.formats.datafile;

/** A data file in the jar is not what it should be: our side is broken. Says file and line. */
public final class DataFileException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public DataFileException(String file, int line, String what) {
        super(file + " line " + line + ": " + what);
    }
}
