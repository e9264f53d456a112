package org.fingerpost.redirect.phone;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.shedding.ShedClass;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.redirect.answers.Answers;
import org.fingerpost.redirect.answers.Asker;
import org.fingerpost.redirect.answers.Rendered;
import org.fingerpost.redirect.instructions.FamilyClass;
import org.fingerpost.redirect.routes.Route;
import org.fingerpost.redirect.routes.RouteBook;
import org.fingerpost.redirect.routes.TargetServer;

/**
 * Where a factory-new phone asks first. Families differ in which files they ask for and in which
 * order, so each of them redirects; the names are in {@link AskedFile}. A phone that asks for a
 * file of any phone's is known by the MAC address of its User-Agent, or not at all.
 *
 * <p>A MAC address that no active range holds is answered alike whatever the reason: the same
 * bytes, after the same work.
 */
@Startup // reads the catalogue, which should not happen to the first phone
@ApplicationScoped
class RedirectDoor implements PhoneDoor {
    private final Function<MacAddress, Route> routes;
    private final Answers answers;

    @Inject
    RedirectDoor(RouteBook routes, Answers answers) {
        this(routes::find, answers);
    }

    RedirectDoor(Function<MacAddress, Route> routes, Answers answers) {
        this.routes = routes;
        this.answers = answers;
        FamilyClass.count();
    }

    @Override
    public Answer answer(PhoneRequest request) {
        AskedFile asked = AskedFile.of(request.path());
        UserAgent agent = request.userAgent().map(UserAgent::parse).orElseGet(UserAgent::silent);
        return switch (asked.form()) {
            case FOREIGN -> new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
            case BINARY -> own(request, asked, agent, Kind.CFG_BINARY);
            case XML -> own(request, asked, agent, Kind.CFG_XML);
            case GENERIC_BINARY -> anybodys(request, asked, agent, Kind.CFG_BINARY);
            case GENERIC_XML -> anybodys(request, asked, agent, Kind.GENERIC_XML);
            case OTHER -> anybodys(request, asked, agent, Kind.OTHER);
        };
    }

    @Override
    public ShedClass shedClass(PhoneRequest request) {
        return switch (AskedFile.of(request.path()).form()) {
            case BINARY, XML -> ShedClass.REDIRECT;
            case GENERIC_BINARY, GENERIC_XML, OTHER, FOREIGN -> ShedClass.GENERIC;
        };
    }

    private Answer own(PhoneRequest request, AskedFile asked, UserAgent agent, Kind kind) {
        return find(request, asked, agent, kind, asked.mac().stream().toList());
    }

    /** Boxes of two units name two addresses: the first claimed one counts. */
    private Answer anybodys(PhoneRequest request, AskedFile asked, UserAgent agent, Kind kind) {
        return find(request, asked, agent, kind, agent.macs());
    }

    private Answer find(
            PhoneRequest request,
            AskedFile asked,
            UserAgent agent,
            Kind kind,
            List<MacAddress> macs) {
        for (MacAddress mac : macs) {
            switch (routes.apply(mac)) {
                case Route.To(var server) -> {
                    return to(server, mac, request, asked, agent, kind);
                }
                // A blocked phone must not learn that it is blocked.
                case Route.Unclaimed(), Route.Blocked() -> {}
            }
        }
        if (macs.isEmpty() || asked.form() == AskedFile.Form.OTHER) {
            return new Answer.Nothing(seen(kind, Outcome.NONE, "", 0, agent));
        }
        String mac = macs.getFirst().toString();
        return new Answer.Nothing(seen(kind, Outcome.UNCLAIMED, mac, 0, agent));
    }

    private Answer to(
            TargetServer server,
            MacAddress mac,
            PhoneRequest request,
            AskedFile asked,
            UserAgent agent,
            Kind kind) {
        Seen redirected = seen(kind, Outcome.REDIRECTED, mac.toString(), server.provider(), agent);
        if (server.instructions().httpRedirect()) {
            return Elsewhere.of(server, asked)
                    .<Answer>map(location -> new Answer.Moved(redirected, location))
                    .orElseGet(() -> new Answer.Nothing(redirected.withOutcome(Outcome.NONE)));
        }
        Asker asker =
                new Asker(agent.model().orElse(asked.model()), request.secure(), asked.carries());
        return switch (asked.form()) {
            case BINARY, GENERIC_BINARY ->
                    file(
                            redirected,
                            "application/octet-stream",
                            answers.binary(server, mac, asker));
            case XML -> xml(redirected, answers.xml(server, mac, asker));
            case GENERIC_XML -> xml(redirected, answers.genericXml(server, mac, asker));
            case OTHER, FOREIGN -> new Answer.Nothing(seen(kind, Outcome.NONE, "", 0, agent));
        };
    }

    private static Answer xml(Seen seen, Rendered rendered) {
        return file(seen, "text/xml; charset=utf-8", rendered);
    }

    private static Answer file(Seen seen, String type, Rendered rendered) {
        return new Answer.Bytes(seen, type, rendered.bytes(), rendered.etag());
    }

    private static Seen seen(
            Kind kind, Outcome outcome, String mac, long provider, UserAgent agent) {
        return new Seen(
                kind,
                outcome,
                mac,
                provider,
                "",
                agent.model().orElse(""),
                agent.version().orElse(""));
    }
}
