package org.fingerpost.config.assembly.proofs;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.config.claims.Claims;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.DeviceToken;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Where a device fetches from once it has its token: the directory redirect sends it to, or this
 * service's own address, with the token behind it. The same as long as nobody changes it, because a
 * phone may restart when its file does.
 */
@Startup
@ApplicationScoped
public class Directories {
    private static final PValue PATH = PValue.parse("P237");
    private static final PValue SCHEME = PValue.parse("P212");

    private final Claims claims;
    private final Directory own;

    Directories(
            Claims claims,
            @ConfigProperty(name = "fingerpost.config.public-url") String publicUrl) {
        this.claims = claims;
        this.own = own(publicUrl);
    }

    /**
     * What admits: it goes into a file that itself needs it, and into no other, which everybody
     * gets.
     *
     * @param said what the file tells already
     */
    public PValues leading(
            Known provider,
            MacAddress mac,
            Function<PValue, Optional<String>> said,
            boolean secret,
            AdmissionMode mode,
            DeviceToken token,
            DeviceLogin login) {
        if (!secret) {
            return PValues.none();
        }
        return switch (mode) {
            case WINDOW, TOKEN -> lead(provider, mac, token, said);
            case BASIC -> Logins.told(login, PValues.none());
            case OPEN -> PValues.none();
        };
    }

    /** P212 and P237 to the device's own directory, unless its provider leads it elsewhere. */
    private PValues lead(
            Known provider,
            MacAddress mac,
            DeviceToken token,
            Function<PValue, Optional<String>> said) {
        Optional<String> chosen = said.apply(PATH).filter(path -> !path.isEmpty());
        if (chosen.isEmpty()) {
            Directory directory = directory(provider.pathKey(), mac).step(token.reveal());
            return PValues.of(
                    new Setting(SCHEME, Integer.toString(directory.scheme())),
                    new Setting(PATH, directory.told()));
        }
        if (!Directory.leadsTo(chosen.get(), provider.pathKey())) {
            return PValues.none();
        }
        // The provider's own name for its directory, and then P212 is its own affair too.
        String path = Directory.trimmed(chosen.get()) + "/" + token.reveal();
        return PValues.of(new Setting(PATH, path));
    }

    /** The device's own directory, as a person sets it on the phone: with the scheme in front. */
    public String url(Known provider, MacAddress mac, DeviceToken token) {
        return directory(provider.pathKey(), mac).step(token.reveal()).url();
    }

    /** The provider's own directory at this service, for all of its devices. */
    public URI common(Known provider) {
        return URI.create(own.step("p").step(provider.pathKey()).url());
    }

    private Directory directory(String pathKey, MacAddress mac) {
        return claims.configUrlOf(mac)
                .map(Directory::of)
                .filter(directory -> directory.leadsTo(pathKey))
                .orElseGet(() -> own.step("p").step(pathKey));
    }

    private static Directory own(String publicUrl) {
        try {
            return Directory.of(publicUrl);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("fingerpost.config.public-url: " + e.getMessage(), e);
        }
    }
}
