package org.fingerpost.drills.drilled;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form. */
public final class Form {
    private static final String BOUNDARY = "drill-boundary-of-nothing-else";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    public Form word(String name, String value) {
        part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Form file(String name, String file, byte[] content) {
        part("name=\"" + name + "\"; filename=\"" + file + "\"", content);
        return this;
    }

    String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(parts.size() + 64);
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private void part(String disposition, byte[] content) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        parts.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
