package org.fingerpost.redirect.dialects.xmlrpc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.access.Caller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.targets.TargetServers;

/** What is done to servers, which this dialect calls by names. */
@ApplicationScoped
class ServerMethods {
    private static final int LONGEST_NAME = 200;

    private final TargetServers servers;
    private final DeviceMethods devices;

    ServerMethods(TargetServers servers, DeviceMethods devices) {
        this.servers = servers;
        this.devices = devices;
    }

    /**
     * A target server whose one address serves config and firmware; both can be told apart over
     * REST. The same name with the same address changes nothing.
     *
     * @param calledAs the authority by which this service was reached
     */
    MethodAnswer add(Caller.OfProvider by, String name, String url, String calledAs) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            return Texts.INVALID_SERVER_NAME;
        }
        if (!hasScheme(url)) {
            return Texts.INVALID_SCHEME;
        }
        try {
            ServerUrl address = ServerUrl.parse(url);
            Optional<TargetServer> there = servers.named(by.provider(), name);
            if (there.isPresent()) {
                return there.get().configUrl().equals(address) ? Texts.OK : Texts.EXISTING_SERVER;
            }
            servers.register(
                    by.provider(), new TargetServers.Wish(name, address, address, calledAs));
            return Texts.OK;
        } catch (IllegalArgumentException | Problem e) {
            return Texts.error("Invalid url:" + e.getMessage());
        }
    }

    /**
     * Registers a phone with an address of its own: a target server named after the server and the
     * phone, with the server's firmware address.
     */
    MethodAnswer registerWithUrl(
            Caller.OfProvider by, String mac, String server, String url, boolean flag, String as) {
        if (!hasScheme(url)) {
            return Texts.INVALID_SCHEME;
        }
        MacList macs = MacList.of(List.of(mac));
        Optional<TargetServer> base = servers.named(by.provider(), server);
        if (!macs.wrong().isEmpty()) {
            return Texts.invalid(macs.wrong());
        }
        if (base.isEmpty()) {
            return Texts.INVALID_SERVER;
        }
        String phone = macs.phones().keySet().iterator().next().toString();
        String own = shortened(server) + " " + phone;
        try {
            keepAddress(by, own, ServerUrl.parse(url), base.get(), as);
        } catch (IllegalArgumentException | Problem e) {
            return Texts.error("Invalid url:" + e.getMessage());
        }
        return devices.register(by, List.of(mac), own, flag);
    }

    private void keepAddress(
            Caller.OfProvider by, String own, ServerUrl address, TargetServer base, String as) {
        TargetServers.Wish wish = new TargetServers.Wish(own, address, base.firmwareUrl(), as);
        Optional<TargetServer> there = servers.named(by.provider(), own);
        if (there.isEmpty()) {
            servers.register(by.provider(), wish);
        } else if (!there.get().configUrl().equals(address)) {
            servers.change(by.provider(), there.get().id(), wish);
        }
    }

    private static String shortened(String server) {
        return server.substring(0, Math.min(server.length(), LONGEST_NAME - 20));
    }

    private static boolean hasScheme(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return Stream.of("http://", "https://", "ftp://", "tftp://").anyMatch(lower::startsWith);
    }
}
