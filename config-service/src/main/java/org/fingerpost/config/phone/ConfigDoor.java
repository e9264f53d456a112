package org.fingerpost.config.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.assembly.AdmissionMode;
import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.config.assembly.Assembly;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.RequestedFile;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.formats.xml.ProvisioningXml;

/**
 * {@code GET /p/{pathKey}/[…/]cfg{mac}[.bin|.xml]} and {@code …/cfg.xml}. The path key says whose
 * phone it is and admits to nothing; what holds a secret leaves by {@link Admission} alone.
 */
@ApplicationScoped
class ConfigDoor implements PhoneDoor {
    /** Long enough for a download that is under way, short enough for a phone to be waiting. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String XML = "text/xml; charset=utf-8";
    private static final String BINARY = "application/octet-stream";

    private final RedirectState redirect;
    private final Assembly assembly;
    private final Admission admission;
    private final SpentWindows windows;

    ConfigDoor(
            RedirectState redirect, Assembly assembly, Admission admission, SpentWindows windows) {
        this.redirect = redirect;
        this.assembly = assembly;
        this.admission = admission;
        this.windows = windows;
    }

    @Override
    public Answer answer(PhoneRequest request) {
        Optional<DoorPath> path = DoorPath.of(request.path());
        if (path.isEmpty()) {
            return new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        }
        return switch (RequestedFile.of(request.path())) {
            case RequestedFile.OwnBinary(MacAddress mac, boolean _) ->
                    own(request, path.get(), Kind.CFG_BINARY, mac);
            case RequestedFile.OwnXml(MacAddress mac) ->
                    own(request, path.get(), Kind.CFG_XML, mac);
            case RequestedFile.GenericXml() -> generic(request, path.get());
            case RequestedFile.ModelXml(String _) ->
                    new Answer.Nothing(by(request, Seen.of(Kind.GENERIC_XML, Outcome.NONE)));
            case RequestedFile.Other() ->
                    new Answer.Nothing(by(request, Seen.of(Kind.OTHER, Outcome.NONE)));
        };
    }

    private Answer own(PhoneRequest request, DoorPath path, Kind kind, MacAddress mac) {
        Seen seen = by(request, Seen.of(kind, Outcome.NONE)).withMac(mac.toString());
        Optional<Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        Seen known = seen.withProvider(provider.get().id());
        return switch (assembly.device(provider.get(), mac)) {
            case Assembled.Missing(), Assembled.Generic _ -> new Answer.Nothing(known);
            case Assembled.Unready() -> notNow(known);
            case Assembled.OfDevice device -> {
                Window window = window(provider.get(), mac, device);
                yield switch (admission.of(device, window, path.steps(), !request.head())) {
                    case Verdict.Admitted() -> file(known, mac, device);
                    case Verdict.InWindow(Window used) -> firstFile(known, mac, device, used);
                    case Verdict.Refused() ->
                            new Answer.Nothing(known.withOutcome(Outcome.REFUSED));
                    case Verdict.Later() -> notNow(known);
                };
            }
        };
    }

    private static Answer.Bytes file(Seen seen, MacAddress mac, Assembled.OfDevice device) {
        byte[] body =
                seen.kind() == Kind.CFG_XML
                        ? ProvisioningXml.write(mac, device.settings())
                        : CfgBinary.encode(mac, device.settings());
        return new Answer.Bytes(
                seen.withOutcome(Outcome.SERVED),
                seen.kind() == Kind.CFG_XML ? XML : BINARY,
                body,
                device.key().entityTag(body));
    }

    /** Without an entity tag: it is sent whole or not at all, never confirmed to a stranger. */
    private Answer firstFile(Seen seen, MacAddress mac, Assembled.OfDevice device, Window window) {
        Answer.Bytes file = file(seen, mac, device);
        return new Answer.Bytes(
                file.seen(), file.contentType(), file.body(), "", () -> windows.sent(window));
    }

    private Answer generic(PhoneRequest request, DoorPath path) {
        Seen seen = by(request, Seen.of(Kind.GENERIC_XML, Outcome.NONE));
        Optional<Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        Seen known = seen.withProvider(provider.get().id());
        if (isPutOff(request, provider.get(), path)) {
            return notNow(known);
        }
        return switch (assembly.generic(provider.get())) {
            case Assembled.Missing(), Assembled.OfDevice _ -> new Answer.Nothing(known);
            case Assembled.Unready() -> notNow(known);
            case Assembled.Generic generic -> genericFile(known, generic);
        };
    }

    private static Answer genericFile(Seen seen, Assembled.Generic generic) {
        if (generic.holdsSecret() && generic.mode() != AdmissionMode.OPEN) {
            return new Answer.Nothing(seen.withOutcome(Outcome.REFUSED));
        }
        byte[] body = ProvisioningXml.write(generic.settings());
        return new Answer.Bytes(
                seen.withOutcome(Outcome.SERVED), XML, body, generic.key().entityTag(body));
    }

    /** A phone that has its own file is never given the generic one because we were not ready. */
    private boolean isPutOff(PhoneRequest request, Known provider, DoorPath path) {
        return agent(request).macs().stream()
                .anyMatch(mac ->
                        switch (assembly.device(provider, mac)) {
                            case Assembled.Unready() -> true;
                            case Assembled.Missing(), Assembled.Generic _ -> false;
                            case Assembled.OfDevice device ->
                                    admission.of(
                                                    device,
                                                    window(provider, mac, device),
                                                    path.steps(),
                                                    false)
                                            instanceof Verdict.Later;
                        });
    }

    private static Window window(Known provider, MacAddress mac, Assembled.OfDevice device) {
        return new Window(provider.id(), mac, device.generation(), device.armedUntil());
    }

    private static Answer notNow(Seen seen) {
        return new Answer.NotNow(seen.withOutcome(Outcome.BUSY), SOON);
    }

    private static UserAgent agent(PhoneRequest request) {
        return request.userAgent().map(UserAgent::parse).orElseGet(UserAgent::silent);
    }

    private static Seen by(PhoneRequest request, Seen seen) {
        UserAgent agent = agent(request);
        return seen.withModel(agent.model().orElse(""), agent.version().orElse(""));
    }
}
