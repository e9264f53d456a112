package org.fingerpost.formats.text;

import org.fingerpost.formats.pvalue.Setting;

/** Whoever takes what the lines of a file hold, in their order. */
public interface LineContent {

    void setting(Setting setting, Place place);

    /**
     * A line of comment, as {@link CommentText} has it, or a line that is neither comment nor
     * setting, behind {@link LineReader#NOT_A_SETTING}.
     */
    void comment(String text, Place place);

    void blank();

    /** Something that is read, but not as it stands, or not at all: why, in a sentence. */
    void oddity(String why, Place place);
}
