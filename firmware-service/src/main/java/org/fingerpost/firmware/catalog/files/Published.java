package org.fingerpost.firmware.catalog.files;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;

/** A published release as the catalog sees it. */
public record Published(
        long id,
        long provider,
        FamilyName family,
        Version version,
        Optional<Version> minimum,
        Instant at,
        Naming naming,
        Map<FileName, Content> files) {
    /** The operator's releases are everybody's who subscribes. */
    public static final long PLATFORM = 0;

    /** The one postfix that every release has: the manual's example. */
    private static final String BEFORE_VERSION = "_";

    public Published {
        files = Map.copyOf(files);
    }

    /** What a name stands for. */
    public record Content(Digest digest, long size) {}

    /**
     * One of the names by which a file can be asked for.
     *
     * @param exact whether it names the version, and by that no other release of this owner's and
     *     family's
     */
    public record Address(String folder, String name, boolean exact) {}

    /** All of them, for one file. */
    public Stream<Address> addresses(FileName file) {
        Stream<Address> byModel =
                family.names()
                        .map(model -> folder(model, version.text()))
                        .flatMap(folder -> names(file).map(n -> new Address(folder, n, true)));
        Stream<Address> inItsOwn =
                naming.folder().isEmpty()
                        ? Stream.empty()
                        : names(file).map(name -> new Address(naming.folder(), name, false));
        return Stream.concat(
                Stream.of(
                                new Address("", file.text(), false),
                                new Address("", file.text() + BEFORE_VERSION + version, true),
                                new Address("", naming.of(file), false))
                        .distinct(),
                Stream.concat(byModel, inItsOwn));
    }

    /** Of two that came at one instant the later made one is. */
    public boolean isNewerThan(Published other) {
        int order = at.compareTo(other.at);
        return order > 0 || order == 0 && id > other.id;
    }

    /** May a phone that runs that version take this one? What it does not say is no obstacle. */
    public boolean suits(Optional<Version> running) {
        return minimum.isEmpty()
                || running.filter(version -> version.isBelow(minimum.get())).isEmpty();
    }

    private Stream<String> names(FileName file) {
        return Stream.of(file.text(), file.text() + BEFORE_VERSION + version, naming.of(file))
                .distinct();
    }

    /** Of a model and version, in whatever spelling. */
    public static String folder(String model, String version) {
        return FamilyName.bare(model) + "/" + version;
    }
}
