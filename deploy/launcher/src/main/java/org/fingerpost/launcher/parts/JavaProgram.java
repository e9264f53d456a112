package org.fingerpost.launcher.parts;

import java.nio.file.Path;

/** The Java that runs the launcher also runs what it starts. */
public final class JavaProgram {
    private JavaProgram() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
