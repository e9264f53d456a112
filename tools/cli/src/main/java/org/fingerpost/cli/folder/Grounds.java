package org.fingerpost.cli.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;

/**
 * Where files may lie that a folder names. A folder that somebody else wrote could name any file of
 * whoever applies it, and phones or the service would be told what stands there.
 *
 * @param roots the folder itself, and what was allowed besides
 */
public record Grounds(List<Path> roots) {

    public static Grounds of(Path folder, List<Path> more) {
        return new Grounds(Stream.concat(Stream.of(folder), more.stream()).toList());
    }

    /**
     * The file, with no link in its path.
     *
     * @param yaml the file that names it
     * @param name its path, from the folder of that file on
     * @throws YamlException if it lies elsewhere
     * @throws IOException if there is none
     */
    Path checked(Path yaml, Text name) throws IOException {
        Path path = yaml.resolveSibling(name.value()).toRealPath();
        List<Path> allowed = new ArrayList<>();
        for (Path root : roots) {
            allowed.add(root.toRealPath());
        }
        if (allowed.stream().noneMatch(path::startsWith)) {
            throw new YamlException(
                    name.spot(),
                    "the file "
                            + name.value()
                            + " is not in this folder: --files-from DIR allows those of another");
        }
        return path;
    }
}
