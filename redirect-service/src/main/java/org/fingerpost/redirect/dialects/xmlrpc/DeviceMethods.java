package org.fingerpost.redirect.dialects.xmlrpc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.ranges.pointing.Phones;
import org.fingerpost.redirect.ranges.pointing.Phones.Existing;
import org.fingerpost.redirect.ranges.pointing.Standing;
import org.fingerpost.redirect.ranges.searching.RangeSearch;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.targets.TargetServers;

/** What is done to phones. A list is done as a whole or not at all. */
@ApplicationScoped
class DeviceMethods {
    /** A longer list is asked for over REST, in pages. */
    private static final int LONGEST_LIST = 10_000;

    private final Phones phones;
    private final RangeSearch search;
    private final TargetServers servers;

    DeviceMethods(Phones phones, RangeSearch search, TargetServers servers) {
        this.phones = phones;
        this.search = search;
        this.servers = servers;
    }

    /**
     * The flag moves a phone of the caller's own from another of its servers. Nothing but a proof
     * moves somebody else's, and there is no place for one here.
     */
    MethodAnswer register(Caller.OfProvider by, List<String> spelled, String server, boolean flag) {
        return withPhones(
                spelled,
                macs ->
                        servers.named(by.provider(), server)
                                .map(found -> point(by, macs, found, flag))
                                .orElse(Texts.INVALID_SERVER));
    }

    /** Sends phones that are registered to another server. */
    MethodAnswer edit(Caller.OfProvider by, List<String> spelled, String server) {
        return withPhones(
                spelled,
                macs -> {
                    List<String> notYours =
                            macs.phones().entrySet().stream()
                                    .filter(phone -> !isOwn(by, phone.getKey()))
                                    .map(phone -> phone.getValue())
                                    .toList();
                    return notYours.isEmpty()
                            ? register(by, spelled, server, true)
                            : Texts.invalid(notYours);
                });
    }

    MethodAnswer deRegister(Caller.OfProvider by, List<String> spelled) {
        return withPhones(
                spelled,
                macs ->
                        switch (phones.giveBack(by, macs.phones().keySet())) {
                            case Phones.GivenBack.All() -> Texts.OK;
                            case Phones.GivenBack.None(var notYours) ->
                                    Texts.invalid(
                                            notYours.stream().map(macs.phones()::get).toList());
                        });
    }

    MethodAnswer check(Caller.OfProvider by, String spelled) {
        Optional<MacAddress> phone =
                MacList.of(List.of(spelled)).phones().keySet().stream().findFirst();
        if (phone.isEmpty()) {
            return Texts.INVALID_MAC;
        }
        return new MethodAnswer.Said(
                true,
                switch (phones.standing(by, phone.get())) {
                    case Standing.Own _ -> "Registered";
                    case Standing.Elsewhere() -> "Registered Elsewhere";
                    case Standing.Free() -> "Unregistered";
                    case Standing.NoPhone _ -> "Unknown";
                });
    }

    MethodAnswer list(Caller.OfProvider by) {
        List<MacAddress> all = search.phonesOf(by, LONGEST_LIST + 1);
        return all.size() > LONGEST_LIST
                ? Texts.error("Too many devices:more than " + LONGEST_LIST)
                : new MethodAnswer.Listed(all.stream().map(MacAddress::toString).toList());
    }

    private MethodAnswer point(
            Caller.OfProvider by, MacList macs, TargetServer server, boolean move) {
        Existing existing = move ? Existing.MOVE : Existing.KEEP;
        return switch (phones.point(by, macs.phones().keySet(), server.id(), existing)) {
            case Phones.Pointed.All _ -> Texts.OK;
            case Phones.Pointed.None(var why) -> Texts.refused(why, macs);
        };
    }

    private boolean isOwn(Caller.OfProvider by, MacAddress phone) {
        return phones.standing(by, phone) instanceof Standing.Own;
    }

    private interface Method {
        MethodAnswer of(MacList macs);
    }

    private static MethodAnswer withPhones(List<String> spelled, Method method) {
        if (spelled.size() > MacList.MOST) {
            return Texts.TOO_MANY;
        }
        MacList macs = MacList.of(spelled);
        return macs.phones().isEmpty() || !macs.wrong().isEmpty()
                ? Texts.invalid(macs.wrong())
                : method.of(macs);
    }
}
