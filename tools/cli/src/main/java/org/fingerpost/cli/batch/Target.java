package org.fingerpost.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fingerpost.cli.batch.order.Order;
import org.fingerpost.cli.batch.order.OrderSheet;
import org.fingerpost.cli.batch.out.Folder;
import org.fingerpost.cli.batch.out.Listing;
import org.fingerpost.cli.batch.out.Zip;

/** Where the files are wanted: in a directory, or in a zip that is packed from one at the end. */
record Target(Path path) {

    private static final String ZIP = ".zip";
    private static final String REFUSED = "refused.csv";

    boolean isZip() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ZIP);
    }

    /** Where the files are gathered. */
    Path folder() {
        return isZip() ? path.resolveSibling(path.getFileName() + ".part") : path;
    }

    /** The list of the refused: never in a zip, which goes to others. */
    Path refused() {
        if (!isZip()) {
            return path.resolve(REFUSED);
        }
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - ZIP.length()) + "." + REFUSED);
    }

    /** For the owner only, since the refused have passwords too. */
    static OutputStream ownersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            return Files.newOutputStream(file);
        }
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    /** Puts the list of the refused to its place, or takes an old one away if there are none. */
    void leaveRefused(Path list, long refused) throws IOException {
        if (refused == 0) {
            Files.deleteIfExists(refused());
        } else {
            Files.move(list, refused(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** All files are there: the order sheet is written, and the zip packed. */
    void deliver(Folder folder, Path listing, Optional<Order> order) throws IOException {
        List<String> extra = new ArrayList<>();
        if (order.isPresent()) {
            writeOrder(folder, listing, order.orElseThrow());
            extra.addAll(List.of(OrderSheet.SHEET, OrderSheet.LISTING));
        }
        if (isZip()) {
            pack(folder, listing, extra);
        }
    }

    private static void writeOrder(Folder folder, Path listing, Order order) throws IOException {
        String sha256 = Folder.describe(OrderSheet.LISTING, Files.readAllBytes(listing)).sha256();
        String sheet = new OrderSheet(order).of(listing, sha256);
        Path part = folder.part(OrderSheet.SHEET);
        Files.writeString(part, sheet);
        folder.finish(part, folder.path().resolve(OrderSheet.SHEET));
        Path copy = folder.part(OrderSheet.LISTING);
        Files.copy(listing, copy);
        folder.finish(copy, folder.path().resolve(OrderSheet.LISTING));
    }

    private void pack(Folder folder, Path listing, List<String> extra) throws IOException {
        Path part = folder.part("whole.zip");
        List<String> names = new ArrayList<>();
        Listing.read(listing, listed -> names.add(listed.file().name()));
        names.addAll(extra);
        try (var zip = new Zip(part)) {
            for (String name : names) {
                zip.add(name, folder.path().resolve(name));
            }
        }
        folder.finish(part, path);
        folder.discard(names);
    }
}
