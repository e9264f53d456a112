package org.fingerpost.launcher.deployment;

/** Who is told what takes its time. */
@FunctionalInterface
public interface Progress {
    void say(String line);

    static Progress silent() {
        return line -> {};
    }
}
