package org.fingerpost.gateway.names;

import java.util.Optional;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.cfg.CfgFormatException;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.XmlFile;

/**
 * Where a redirect's answer sends a phone, as far as it is a directory of ours.
 *
 * <p>What leads to a host that is not ours leads to a path that none of our doors has, or to a path
 * key that none of them knows; so the host is not looked at.
 */
public final class Directories {
    private static final PValue CONFIG = PValue.parse("P237");
    private static final PValue FIRMWARE = PValue.parse("P192");

    private Directories() {}

    /** {@code /p/{pathKey}[/…]}. */
    public static Optional<String> ofConfig(byte[] redirect) {
        return settings(redirect).flatMap(all -> all.get(CONFIG)).flatMap(url -> path(url, "p"));
    }

    /** {@code /fw/{pathKey}[/…]}, or {@code /p/…}. */
    public static Optional<String> ofFirmware(byte[] redirect) {
        return settings(redirect)
                .flatMap(all -> all.get(FIRMWARE))
                .flatMap(url -> path(url, "fw").or(() -> path(url, "p")));
    }

    /** Where an HTTP redirect leads, if that is a file of a provider's directory. */
    public static Optional<Destination.At> ofLocation(String location) {
        int scheme = location.indexOf("://");
        int slash = scheme < 0 ? -1 : location.indexOf('/', scheme + 3);
        return slash < 0 || isMoreThanAName(location)
                ? Optional.empty()
                : Optional.of(Destination.of(location.substring(slash), Optional.empty()))
                        .filter(Destination.At.class::isInstance)
                        .map(Destination.At.class::cast)
                        .filter(at -> at.door() != Door.REDIRECT);
    }

    private static Optional<PValues> settings(byte[] file) {
        try {
            boolean xml = file.length > 0 && file[0] == '<';
            return xml
                    ? Optional.of(XmlFile.read(file))
                            .filter(XmlFile.Numbered.class::isInstance)
                            .map(read -> ((XmlFile.Numbered) read).settings())
                    : Optional.of(CfgBinary.decode(file).settings());
        } catch (MarkupException | CfgFormatException e) {
            return Optional.empty();
        }
    }

    /** The host's part ends at the first slash; there is no scheme in P237. */
    private static Optional<String> path(String url, String directory) {
        int scheme = url.indexOf("://");
        int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (slash < 0 || isMoreThanAName(url)) {
            return Optional.empty();
        }
        String path = url.substring(slash).replaceAll("/+$", "");
        // A file behind it makes a name of it, which is then looked at like one that came by TFTP.
        return AskedName.of(path + "/-")
                .filter(name -> name.segments().size() > 2)
                .filter(name -> name.segments().getFirst().equals(directory))
                .map(AskedName::path)
                .map(named -> named.substring(0, named.lastIndexOf('/')));
    }

    /** With escapes, a query or a fragment it names something else than it spells. */
    private static boolean isMoreThanAName(String url) {
        return url.chars().anyMatch(c -> "%?#".indexOf(c) >= 0);
    }
}
