package org.fingerpost.formats.inspect;

/** What a file can turn out to be. The ids are permanent. */
public enum FileKind {
    CFG_BINARY("cfg-binary", "config binary, cfg{mac}"),

    /** Known by FF 01 in the place of the MAC address; never opened. */
    CFG_ENCRYPTED("cfg-encrypted", "config binary, encrypted by the vendor's tool"),

    XML_P_VALUES("xml-1", "provisioning XML, version 1 (P-values)"),

    XML_ALIASES("xml-2", "provisioning XML, version 2 (aliases)"),

    XML_OTHER("xml-other", "XML or HTML, but no provisioning XML"),

    SEALED("sealed", "sealed with a salt, as openssl enc does"),

    /** What {@code openssl enc -a} writes; phones do not read it. */
    SEALED_BASE64("sealed-base64", "sealed with a salt, but in base64"),

    TEXT_TEMPLATE("text-template", "text template or device dump, P271=1 on a line"),

    FIRMWARE_CONTAINER("firmware-container", "firmware, container of several images"),

    FIRMWARE_IMAGE("firmware-image", "firmware, older single image"),

    EMPTY("empty", "empty file"),

    UNKNOWN("unknown", "nothing that is known here");

    private final String id;
    private final String meaning;

    FileKind(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }
}
