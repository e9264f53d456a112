package org.fingerpost.config.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.config.assembly.Assembly;
import org.fingerpost.config.assembly.DeviceFile;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.shedding.ShedClass;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.door.sightings.Proof;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.formats.xml.ProvisioningXml;

/**
 * {@code GET /p/{pathKey}/[…/]cfg{mac}[.bin|.xml]}, {@code dev{mac}.cfg}, {@code cfg{model}.xml}
 * and {@code cfg.xml}, with any prefix and postfix. The path key says whose phone it is and admits
 * to nothing; what holds a secret leaves by {@link Admission} alone.
 */
@ApplicationScoped
class ConfigDoor implements PhoneDoor {
    /** Long enough for a download that is under way, short enough for a phone to be waiting. */
    private static final Duration SOON = Duration.ofSeconds(30);

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
        return switch (AskedFile.of(request.path())) {
            case AskedFile.Own own -> own(request, path.get(), own);
            case AskedFile.Generic any -> generic(request, path.get(), any);
            case AskedFile.None() ->
                    new Answer.Nothing(by(request, Seen.of(Kind.OTHER, Outcome.NONE)));
        };
    }

    @Override
    public ShedClass shedClass(PhoneRequest request) {
        return classOf(request.path());
    }

    static ShedClass classOf(String path) {
        return switch (AskedFile.of(path)) {
            case AskedFile.Own _ -> ShedClass.OWN;
            case AskedFile.Generic _, AskedFile.None() -> ShedClass.GENERIC;
        };
    }

    private Answer own(PhoneRequest request, DoorPath path, AskedFile.Own asked) {
        MacAddress mac = asked.mac();
        Kind kind = asked.xml() ? Kind.CFG_XML : Kind.CFG_BINARY;
        Seen seen = by(request, Seen.of(kind, Outcome.NONE)).withMac(mac.toString());
        Optional<Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        Seen known = seen.withProvider(provider.get().id());
        Shown shown = shown(request, path);
        return switch (assembly.device(
                provider.get(), mac, asked.affixes(), agent(request).version())) {
            case Assembled.Missing(), Assembled.Generic _ -> {
                admission.ofNobody(assembly.proofs(provider.get()), mac, shown);
                yield refused(known, provider.get(), shown);
            }
            case Assembled.Unready() -> notNow(known);
            case Assembled.OfDevice device -> {
                Window window = window(provider.get(), mac, device);
                yield switch (admission.of(device, window, shown, !request.head())) {
                    case Verdict.Admitted(Proof by) ->
                            kept(shown, device, file(known.withProof(by), mac, device));
                    // To look spends no window: anybody may do it, again and again.
                    case Verdict.InWindow(Window used) ->
                            firstFile(
                                    request.head() ? known : known.withProof(Proof.WINDOW),
                                    mac,
                                    device,
                                    used);
                    case Verdict.Refused() ->
                            refused(known.withOutcome(Outcome.REFUSED), provider.get(), shown);
                    case Verdict.Later() -> notNow(known);
                };
            }
        };
    }

    /** The same whether there is such a device or not, and whatever was wrong. */
    private Answer refused(Seen seen, Known provider, Shown shown) {
        return shown.login().isEmpty() && assembly.asksForLogins(provider)
                ? new Answer.Challenge(seen)
                : new Answer.Nothing(seen);
    }

    private static Shown shown(PhoneRequest request, DoorPath path) {
        return new Shown(
                path.steps(), request.authorization().flatMap(ShownLogin::of), request.overTftp());
    }

    private static Answer.Bytes file(Seen seen, MacAddress mac, Assembled.OfDevice device) {
        return OwnFile.of(seen, mac, device, seen.kind() == Kind.CFG_XML);
    }

    /** What goes on in clear is kept by nobody on the way: without an entity tag none may. */
    private static Answer.Bytes kept(Shown shown, Assembled.OfDevice device, Answer.Bytes file) {
        return shown.overTftp() && device.holdsSecret() ? file.withoutTag() : file;
    }

    /** Without an entity tag: it is sent whole or not at all, never confirmed to a stranger. */
    private Answer firstFile(Seen seen, MacAddress mac, Assembled.OfDevice device, Window window) {
        Answer.Bytes file = file(seen, mac, device);
        return new Answer.Bytes(
                file.seen(), file.contentType(), file.body(), "", () -> windows.sent(window));
    }

    private Answer generic(PhoneRequest request, DoorPath path, AskedFile.Generic asked) {
        List<MacAddress> macs = agent(request).macs();
        Seen seen = by(request, Seen.of(Kind.GENERIC_XML, Outcome.NONE));
        Optional<Known> provider = redirect.providers().byPathKey(path.pathKey());
        if (provider.isEmpty()) {
            return new Answer.Nothing(seen);
        }
        Seen known = seen.withProvider(provider.get().id());
        for (MacAddress mac : macs) {
            switch (ownByAgent(request, provider.get(), path, known, mac, asked.affixes())) {
                case ByAgent.Answered(Answer own) -> {
                    return own;
                }
                // Only of one that has proved itself: its asking takes its XML password back.
                case ByAgent.Proved() -> known = known.withMac(mac.toString());
                case ByAgent.Anybody() -> {}
            }
        }
        return switch (generic(provider.get(), asked.model())) {
            case Assembled.Missing(), Assembled.OfDevice _ -> new Answer.Nothing(known);
            case Assembled.Unready() -> notNow(known);
            case Assembled.Generic generic -> genericFile(known, generic, request.overTftp());
        };
    }

    /** The model's where the name tells it; a model that nobody knows has the file of any phone. */
    private Assembled generic(Known provider, Optional<String> model) {
        return model.flatMap(DeviceModels::find)
                .map(known -> assembly.generic(provider, known))
                .orElseGet(() ->
                        model.isPresent() ? new Assembled.Missing() : assembly.generic(provider));
    }

    /** What a phone that names itself in its User-Agent is, as far as it has shown. */
    private sealed interface ByAgent {
        record Answered(Answer answer) implements ByAgent {}

        /** It has its own file and could not open it, which asking for this name may mean. */
        record Proved() implements ByAgent {}

        record Anybody() implements ByAgent {}
    }

    /**
     * A phone that names itself and proves itself gets its own file by any name, unless that is
     * sealed. One that has its own file is never given the generic one because we were not ready.
     */
    private ByAgent ownByAgent(
            PhoneRequest request,
            Known provider,
            DoorPath path,
            Seen seen,
            MacAddress mac,
            Affixes affixes) {
        return switch (assembly.device(provider, mac, affixes, agent(request).version())) {
            case Assembled.Missing(), Assembled.Generic _ -> new ByAgent.Anybody();
            case Assembled.Unready() -> new ByAgent.Answered(notNow(seen));
            case Assembled.OfDevice device ->
                    switch (admission.of(
                            device, window(provider, mac, device), shown(request, path), false)) {
                        case Verdict.Later() -> new ByAgent.Answered(notNow(seen));
                        case Verdict.Admitted(Proof by) ->
                                device.configKey().isPresent()
                                        ? new ByAgent.Proved()
                                        : new ByAgent.Answered(
                                                kept(
                                                        shown(request, path),
                                                        device,
                                                        OwnFile.of(
                                                                seen.withMac(mac.toString())
                                                                        .withProof(by),
                                                                mac,
                                                                device,
                                                                true)));
                        case Verdict.InWindow _, Verdict.Refused() -> new ByAgent.Anybody();
                    };
        };
    }

    private static Answer genericFile(Seen seen, Assembled.Generic generic, boolean overTftp) {
        boolean open = generic.mode() == AdmissionMode.OPEN && !overTftp;
        if (generic.holdsSecret() && !open) {
            return new Answer.Nothing(seen.withOutcome(Outcome.REFUSED));
        }
        byte[] body = ProvisioningXml.write(generic.settings());
        return new Answer.Bytes(
                seen.withOutcome(Outcome.SERVED),
                DeviceFile.XML,
                body,
                generic.key().entityTag(body));
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
