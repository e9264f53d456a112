package org.fingerpost.launcher.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.launcher.home.Home;
import org.fingerpost.launcher.home.LinkedTree;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.fingerpost.launcher.parts.JavaProgram;
import org.fingerpost.launcher.settings.PartName;

/** The line that starts one of our own programs. */
record QuarkusLine(PartName name, Home home, List<String> properties, List<String> javaOptions) {
    private static final String QUARKUS_RUN = "quarkus-run.jar";

    List<String> of(ServiceProgram program) {
        return switch (program) {
            case ServiceProgram.CommandLine(List<String> line) -> line;
            case ServiceProgram.QuarkusApp(Path folder) ->
                    quarkus(
                            folder,
                            AotCache.use(AotCache.in(home, name), folder.resolve(QUARKUS_RUN)));
            case ServiceProgram.Rehearsed(Path folder, Path cache) ->
                    quarkus(folder, AotCache.write(cache));
        };
    }

    private List<String> quarkus(Path folder, List<String> aot) {
        if (!Files.exists(folder.resolve(QUARKUS_RUN))) {
            throw new LaunchFailure(
                    name.word() + " is not built: " + folder.resolve(QUARKUS_RUN) + " is missing.");
        }
        Path own = home.privateFolder("programs").resolve(name.word());
        LinkedTree.replace(own, folder);
        // SerialGC: on few cores it served more requests than G1, in less memory.
        List<String> line =
                new ArrayList<>(
                        List.of(
                                JavaProgram.executable(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED"));
        if (System.getProperty("os.name").equals("Linux")) {
            // Other systems' JVMs do not know it. A door's lookups among a million ranges wait for
            // memory, and part of that is the way from addresses to pages.
            line.add("-XX:+UseTransparentHugePages");
        }
        line.addAll(aot);
        line.addAll(properties);
        line.addAll(javaOptions);
        line.addAll(List.of("-jar", own.resolve(QUARKUS_RUN).toString()));
        return line;
    }
}
