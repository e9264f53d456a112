package org.fingerpost.firmware.offers;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.ProviderRegister;
import org.fingerpost.access.RedirectState;

/** Where phones reach this service, as P192 says it: without the scheme. */
@ApplicationScoped
public class FirmwareServer {
    /** P192 takes no more. */
    private static final int LONGEST = 256;

    private final Optional<String> base;
    private final RedirectState redirect;

    FirmwareServer(
            @ConfigProperty(name = "fingerpost.firmware.public-url") Optional<URI> publicUrl,
            RedirectState redirect) {
        this.base = publicUrl.map(FirmwareServer::bare);
        this.redirect = redirect;
    }

    /**
     * The directory of a provider, or a folder in it; empty if nobody has said where phones reach
     * us, or if it is too long for a phone.
     */
    public Optional<String> directory(long provider, String folder) {
        return base.flatMap(host ->
                redirect.providers()
                        .byId(provider)
                        .map(ProviderRegister.Known::pathKey)
                        .map(pathKey -> host + "/fw/" + pathKey)
                        .map(path -> folder.isEmpty() ? path : path + "/" + folder)
                        .filter(path -> path.length() <= LONGEST));
    }

    private static String bare(URI url) {
        boolean plain =
                url.getRawAuthority() != null
                        && url.getRawUserInfo() == null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null;
        if (!plain) {
            throw new IllegalArgumentException(
                    "fingerpost.firmware.public-url: scheme, host, perhaps a port and a path");
        }
        return (url.getRawAuthority() + url.getRawPath()).replaceFirst("/+$", "");
    }
}
