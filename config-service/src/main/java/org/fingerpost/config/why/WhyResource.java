package org.fingerpost.config.why;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.layers.Told;
import org.fingerpost.config.layers.shelves.SheetName;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.CarriedName;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** Why a device is told what it is told, over HTTP. Secrets are masked. */
@Path("/api/v1/devices/{mac}/why")
@Tag(name = "Why")
@RunOnVirtualThread
class WhyResource {
    private final Why why;
    private final RedirectState redirect;
    private final CurrentCaller caller;
    private final Clock clock;

    WhyResource(Why why, RedirectState redirect, CurrentCaller caller, Clock clock) {
        this.why = why;
        this.redirect = redirect;
        this.caller = caller;
        this.clock = clock;
    }

    record View(
            String mac,
            String model,
            Optional<String> group,
            Instant at,
            long revision,
            AdmissionMode admission,
            boolean secretsByTftp,
            FileView file,
            List<ValueView> values,
            List<String> notes) {}

    /**
     * {@code length} and {@code sha256} of the true bytes; {@code masked}: the same settings with
     * secrets masked, as XML, or as lines for a binary; never sealed.
     */
    record FileView(
            String name,
            String contentType,
            int length,
            String sha256,
            boolean sealed,
            String masked) {}

    /** {@code layer}: {@code service} for what the service adds by itself. */
    record ValueView(
            String p,
            String value,
            boolean secret,
            String layer,
            Optional<String> template,
            long revision,
            String author) {
        static ValueView of(Told told) {
            return new ValueView(
                    told.setting().p().toString(),
                    told.secret() ? StoredSettings.MASK : told.setting().value(),
                    told.secret(),
                    told.origin().layer(),
                    Optional.of(told.origin().template()).filter(name -> !name.isEmpty()),
                    told.origin().revision(),
                    told.origin().author());
        }
    }

    /**
     * {@code file}: a name of the device's own file, its XML unless it is said, with a prefix or
     * postfix that may name revisions; {@code at}: a moment in the past; {@code draft}: a sheet
     * whose draft is looked at as if it were published.
     */
    @GET
    public View get(
            String mac,
            @RestQuery Optional<String> file,
            @RestQuery Optional<String> at,
            @RestQuery Optional<String> draft) {
        MacAddress address = MacAddress.parse(mac);
        String name = file.orElse("cfg" + address + ".xml");
        CarriedName asked = own(name, address);
        Moment moment = moment(at, draft.map(SheetName::parse), Affixes.of(asked));
        boolean xml = asked.kind() == CarriedName.Kind.XML;
        Explanation told = why.of(provider(), address, moment, xml);
        return new View(
                address.toString(),
                told.device().model(),
                told.device().group(),
                moment.at(),
                told.device().revision(),
                told.admission(),
                told.secretsByTftp(),
                new FileView(
                        name,
                        told.file().contentType(),
                        told.file().bytes().length,
                        sha256(told.file().bytes()),
                        told.file().sealed(),
                        new String(told.masked(), StandardCharsets.UTF_8)),
                told.values().stream().map(ValueView::of).toList(),
                notes(moment, told));
    }

    private Moment moment(Optional<String> at, Optional<SheetName> draft, Affixes affixes) {
        if (at.isPresent() && draft.isPresent()) {
            throw Problem.invalid(
                    "draft-in-the-past", "ask for a moment or for a draft, not for both");
        }
        try {
            return new Moment(
                    at.map(Instant::parse).orElseGet(clock::instant),
                    at.isPresent(),
                    draft,
                    affixes);
        } catch (DateTimeException e) {
            throw Problem.invalid("no-such-time", "a time is written 2026-11-24T09:30:00Z, in UTC")
                    .with("field", "at");
        }
    }

    private static CarriedName own(String name, MacAddress mac) {
        return CarriedName.find(name)
                .filter(found -> found.mac().equals(Optional.of(mac)))
                .orElseThrow(() ->
                        Problem.invalid(
                                        "no-such-file",
                                        "the device's own files are cfg"
                                                + mac
                                                + " and cfg"
                                                + mac
                                                + ".xml")
                                .with("field", "file"));
    }

    private Known provider() {
        long id = caller.get().provider();
        return redirect.providers()
                .byId(id)
                .orElseThrow(
                        () -> Problem.notNow("not-here-yet", "the provider is not known here"));
    }

    private static List<String> notes(Moment moment, Explanation told) {
        boolean led =
                told.values().stream().anyMatch(each -> each.origin().layer().equals("service"));
        boolean offered =
                told.values().stream().anyMatch(each -> each.origin().layer().equals("firmware"));
        List<String> notes = new ArrayList<>();
        if (moment.past() && led) {
            notes.add(
                    "where the device is led (P237, P212) follows the ranges and target servers"
                            + " of now: what redirect said then is not kept here");
        }
        if (moment.past() && offered) {
            notes.add("the firmware is what is offered now: earlier offers are not kept here");
        }
        return List.copyOf(notes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
