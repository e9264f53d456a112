package org.fingerpost.redirect.dialects.gaps;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;

/**
 * What a call of GAPS is told. Programs ask whether {@code code} is 0 and else show {@code desc} to
 * people; the other numbers are our own.
 */
record GapsReply(int code, String desc) {
    static final GapsReply OK = new GapsReply(0, "ok");

    /** Whether the cid or the signature is wrong is not told. */
    static final GapsReply NOBODY = new GapsReply(2, "cid or signature is wrong");

    static final GapsReply NOT_OUR_TIME =
            new GapsReply(
                    3,
                    "the signed time is more than "
                            + Signed.WINDOW.toMinutes()
                            + " minutes from ours: GET this address for ours");

    static final GapsReply HEARD =
            new GapsReply(4, "this call was heard before: sign it anew, with a later time");

    static final GapsReply NO_SUCH_METHOD =
            new GapsReply(5, "there are the methods redirectDefault and unDeviceProvision");

    static final GapsReply TOO_MANY =
            new GapsReply(
                    6, "params.macs has 1 to " + MacList.MOST + " addresses; nothing was done");

    static GapsReply unreadable(String why) {
        return new GapsReply(1, why);
    }

    static GapsReply noPhones(Collection<String> wrong) {
        return new GapsReply(6, "nothing was done: no phone has the address " + joined(wrong));
    }

    static GapsReply notYours(Collection<MacAddress> phones) {
        return new GapsReply(7, "nothing was done: you have not registered " + joined(phones));
    }

    /** Done, and how many of the phones will not be redirected before somebody looks at them. */
    static GapsReply done(List<Registration> ranges) {
        long waiting =
                ranges.stream()
                        .filter(range ->
                                range.blocked() || range.state() != Registration.State.ACTIVE)
                        .count();
        return waiting == 0
                ? OK
                : new GapsReply(
                        0, "ok; " + waiting + " of " + ranges.size() + " wait for approval");
    }

    static GapsReply refused(Map<MacAddress, Assignment> why) {
        String reasons =
                why.entrySet().stream()
                        .map(phone -> upper(phone.getKey()) + " " + reason(phone.getValue()))
                        .collect(Collectors.joining(", "));
        return new GapsReply(7, "nothing was done: " + reasons);
    }

    private static String reason(Assignment outcome) {
        return switch (outcome) {
            case Assignment.ClashesWithForeign() -> "is registered elsewhere";
            case Assignment.UnknownOui(var oui) ->
                    "begins with " + oui + ", as no phone's address that is known here";
            case Assignment.InsidePilot(var _, var range) ->
                    "is tested in the pilot of your range " + range.id();
            case Assignment.NoSuchTargetServer(long server) ->
                    "would go to target server " + server + ", which is gone";
            case Assignment.ClashesWithOwn(var range) -> "clashes with your range " + range.id();
            case Assignment.TooCrowded(int most) -> "holds more than " + most + " ranges";
            case Assignment.Registered _ -> "could be registered";
        };
    }

    private static String joined(Collection<?> phones) {
        return phones.stream()
                .map(phone -> phone instanceof MacAddress mac ? upper(mac) : phone.toString())
                .collect(Collectors.joining(", "));
    }

    /** As these programs spell them. */
    private static String upper(MacAddress phone) {
        return phone.toString().toUpperCase(Locale.ROOT);
    }
}
