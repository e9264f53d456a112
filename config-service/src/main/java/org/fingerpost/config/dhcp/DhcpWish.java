package org.fingerpost.config.dhcp;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.dhcp.DhcpServer;
import org.fingerpost.formats.dhcp.Option43;
import org.fingerpost.formats.dhcp.Option66;
import org.fingerpost.formats.model.Family;

/**
 * What somebody wants lines for.
 *
 * @param scheme {@code tftp}, {@code http} or {@code https}; empty for the directory's own where
 *     phones of the family know a URL, else TFTP
 * @param host where phones reach it, with or without a port; empty for the directory's own
 */
record DhcpWish(
        DhcpServer server,
        Optional<Family> family,
        Optional<String> scheme,
        Optional<String> host,
        Option43 vendor) {

    record Written(Option66 server, String lines, List<String> notes) {}

    /**
     * @throws IllegalArgumentException if phones of the family would not understand it, or the host
     *     is none, with a sentence
     */
    Written with(URI directory) {
        String by =
                scheme.orElseGet(() ->
                        family.isEmpty() || family.get().dhcp().urlIn66()
                                ? directory.getScheme()
                                : "tftp");
        boolean tftp = by.equals("tftp");
        String at = host.orElseGet(() -> tftp ? directory.getHost() : directory.getAuthority());
        Option66 option66 = Option66.of(by, at, directory.getPath(), family);
        List<String> notes = new ArrayList<>();
        if (tftp) {
            String name = option66.isTftpWithPort() ? at.substring(0, at.lastIndexOf(':')) : at;
            notes.add("TFTP is asked at UDP port 69 of " + name + ": the gateway has to be there.");
        }
        if (option66.isTftpWithPort()) {
            notes.add("Phones that ask by TFTP heed no port in option 66.");
        }
        if (option66.isUrl() && family.isEmpty()) {
            notes.add(
                    "A URL is not understood by "
                            + String.join(" ", Option66.withoutUrls())
                            + ": they take it for a TFTP server.");
        }
        return new Written(option66, server.snippet(option66, vendor), List.copyOf(notes));
    }
}
