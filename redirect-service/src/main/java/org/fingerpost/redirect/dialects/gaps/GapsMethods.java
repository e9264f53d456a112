package org.fingerpost.redirect.dialects.gaps;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.dialects.MacList;
import org.fingerpost.redirect.dialects.Turnstile;
import org.fingerpost.redirect.dialects.credentials.HeardSignatures;
import org.fingerpost.redirect.dialects.credentials.Recognition;
import org.fingerpost.redirect.dialects.credentials.Speaker;
import org.fingerpost.redirect.ranges.pointing.Phones;

/** Looks who calls and when, and has done what was asked for. */
@ApplicationScoped
class GapsMethods {
    private final Recognition recognition;
    private final HeardSignatures heard;
    private final Turnstile turnstile;
    private final Phones phones;
    private final Clock clock;

    GapsMethods(
            Recognition recognition,
            HeardSignatures heard,
            Turnstile turnstile,
            Phones phones,
            Clock clock) {
        this.recognition = recognition;
        this.heard = heard;
        this.turnstile = turnstile;
        this.phones = phones;
        this.clock = clock;
    }

    /** That the time is wrong is told only to whoever could sign it. */
    GapsReply answer(GapsCall call, byte[] body, Signed signed) {
        Optional<Speaker> speaker =
                recognition.whoSigned(call.cid(), signed.message(body), signed.signature());
        if (speaker.isEmpty()) {
            return GapsReply.NOBODY;
        }
        if (!signed.isOf(clock.instant())) {
            return GapsReply.NOT_OUR_TIME;
        }
        turnstile.count(speaker.get());
        if (!heard.isNew(
                speaker.get().credential(),
                signed.signature(),
                Signed.WINDOW.multipliedBy(2).plusSeconds(1))) {
            return GapsReply.HEARD;
        }
        return switch (call.method()) {
            case "redirectDefault" -> withPhones(call, macs -> redirect(speaker.get(), macs));
            case "unDeviceProvision" -> withPhones(call, macs -> giveBack(speaker.get(), macs));
            default -> GapsReply.NO_SUCH_METHOD;
        };
    }

    private interface Method {
        GapsReply of(Collection<MacAddress> phones);
    }

    private static GapsReply withPhones(GapsCall call, Method method) {
        List<String> spelled = call.macs();
        if (spelled.isEmpty() || spelled.size() > MacList.MOST) {
            return GapsReply.TOO_MANY;
        }
        MacList macs = MacList.of(spelled);
        return macs.wrong().isEmpty()
                ? method.of(macs.phones().keySet())
                : GapsReply.noPhones(macs.wrong());
    }

    private GapsReply redirect(Speaker speaker, Collection<MacAddress> macs) {
        long server = speaker.targetServer().orElseThrow();
        return switch (phones.point(speaker.caller(), macs, server, Phones.Existing.MOVE)) {
            case Phones.Pointed.All(var ranges) -> GapsReply.done(ranges);
            case Phones.Pointed.None(var why) -> GapsReply.refused(why);
        };
    }

    private GapsReply giveBack(Speaker speaker, Collection<MacAddress> macs) {
        return switch (phones.giveBack(speaker.caller(), macs)) {
            case Phones.GivenBack.All() -> GapsReply.OK;
            case Phones.GivenBack.None(var notYours) -> GapsReply.notYours(notYours);
        };
    }
}
