package org.fingerpost.redirect.dialects.xmlrpc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.pointing.Phones;
import org.fingerpost.redirect.ranges.pointing.Standing;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.targets.TargetServers;

/** What is done to servers, which this dialect calls by names. */
@ApplicationScoped
class ServerMethods {
    private static final int LONGEST_NAME = 200;

    private final TargetServers servers;
    private final Phones phones;
    private final DeviceMethods devices;

    ServerMethods(TargetServers servers, Phones phones, DeviceMethods devices) {
        this.servers = servers;
        this.phones = phones;
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
            return Texts.invalidUrl(e);
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
        MacAddress phone = macs.phones().keySet().iterator().next();
        ServerUrl address;
        try {
            address = ServerUrl.parse(url);
        } catch (IllegalArgumentException e) {
            return Texts.invalidUrl(e);
        }
        return switch (phones.standing(by, phone)) {
            case Standing.Own(var range) when !flag && goesElsewhere(by, range, address) ->
                    Texts.existing(List.of(mac));
            case Standing.Own _, Standing.Free() ->
                    register(by, mac, new Own(base.get(), phone, address), flag, as);
            case Standing.Elsewhere(), Standing.NoPhone _ ->
                    devices.register(by, List.of(mac), server, flag);
        };
    }

    /** A server of one phone's own, and what it is made from. */
    private record Own(TargetServer base, MacAddress phone, ServerUrl address) {
        String name() {
            String name = base.name();
            return name.substring(0, Math.min(name.length(), LONGEST_NAME - 20)) + " " + phone;
        }
    }

    private MethodAnswer register(
            Caller.OfProvider by, String mac, Own own, boolean flag, String as) {
        try {
            keepAddress(by, own, as);
        } catch (Problem e) {
            return Texts.invalidUrl(e);
        }
        return devices.register(by, List.of(mac), own.name(), flag);
    }

    private boolean goesElsewhere(Caller.OfProvider by, Registration range, ServerUrl address) {
        boolean alone = range.range().first().equals(range.range().last());
        return alone
                && servers.find(by, range.targetServer())
                        .filter(server -> server.configUrl().equals(address))
                        .isEmpty();
    }

    private void keepAddress(Caller.OfProvider by, Own own, String as) {
        TargetServers.Wish wish =
                new TargetServers.Wish(own.name(), own.address(), own.base().firmwareUrl(), as);
        Optional<TargetServer> there = servers.named(by.provider(), own.name());
        if (there.isEmpty()) {
            servers.register(by.provider(), wish);
        } else if (!there.get().configUrl().equals(own.address())) {
            servers.change(by.provider(), there.get().id(), wish);
        }
    }

    private static boolean hasScheme(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return Stream.of("http://", "https://", "ftp://", "tftp://").anyMatch(lower::startsWith);
    }
}
