package org.fingerpost.launcher.postgresql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.launcher.machine.Command;
import org.fingerpost.launcher.machine.LaunchFailure;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody there and still
 * the owner of its files: no other account is needed and nothing changes hands.
 */
final class Unrooted {
    private Unrooted() {}

    static List<String> line(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        Path unshare =
                Command.onPath("unshare")
                        .orElseThrow(() ->
                                new LaunchFailure(
                                        "PostgreSQL does not run as root, and the tool that would"
                                            + " help (unshare, of util-linux) is not here: start as"
                                            + " another user."));
        List<String> line = new ArrayList<>(List.of(unshare.toString(), "-U"));
        line.addAll(command);
        return line;
    }
}
