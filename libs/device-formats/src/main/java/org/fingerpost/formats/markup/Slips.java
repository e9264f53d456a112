package org.fingerpost.formats.markup;

/** Hears of what no grammar allows and is read all the same, as what it is. */
@FunctionalInterface
public interface Slips {

    /**
     * @param offset in bytes from 0, of the document as UTF-8 without its mark
     */
    void slip(int offset, String why);
}
