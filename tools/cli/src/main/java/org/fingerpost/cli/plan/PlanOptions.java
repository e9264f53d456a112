package org.fingerpost.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fingerpost.cli.folder.Folder;
import org.fingerpost.cli.folder.FolderReader;
import org.fingerpost.cli.folder.Grounds;
import org.fingerpost.cli.folder.References;
import org.fingerpost.cli.service.ServiceOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both commands are told. */
final class PlanOptions {
    @Mixin private ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--prune",
            description =
                    "What the folder does not have goes away, of the kinds that it has: sheets are"
                            + " withdrawn, groups and devices deleted.")
    private boolean prune;

    @Option(
            names = "--acknowledge",
            split = ",",
            paramLabel = "P",
            description =
                    "Settings that could cut phones off and are meant, such as P237; may be given"
                            + " several times.")
    private Set<String> acknowledged = new LinkedHashSet<>();

    @Option(
            names = "--files-from",
            paramLabel = "DIR",
            description =
                    "${file:} and from: may name files in this folder too, not only in the folder"
                            + " that is read; may be given several times.")
    private List<Path> filesFrom = new ArrayList<>();

    @Option(names = "--json", description = "The plan as one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    ServiceOptions service() {
        return service;
    }

    Folder folder() {
        return FolderReader.read(
                folder, new References(System::getenv, Grounds.of(folder, filesFrom)));
    }

    boolean prune() {
        return prune;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    boolean json() {
        return json;
    }
}
