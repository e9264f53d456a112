package org.fingerpost.redirect.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.zip.CRC32C;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneDoor;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.request.RequestedFile;
import org.fingerpost.formats.request.UserAgent;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.routes.Route;
import org.fingerpost.redirect.routes.RouteBook;

/**
 * {@code GET /gs/cfg{mac}} and {@code GET /gs/cfg{mac}.xml}: where a factory-new phone asks first.
 * Families differ in which of the two they ask for, so both redirect.
 */
@ApplicationScoped
class RedirectDoor implements PhoneDoor {
    private static final String DIRECTORY = "/gs/";

    private final RouteBook routes;

    RedirectDoor(RouteBook routes) {
        this.routes = routes;
    }

    @Override
    public Answer answer(PhoneRequest request) {
        if (!isBelowDirectory(request.path())) {
            return new Answer.Nothing(Seen.of(Kind.OTHER, Outcome.NONE));
        }
        return switch (RequestedFile.of(request.path())) {
            case RequestedFile.OwnBinary(MacAddress mac, boolean _) ->
                    redirect(request, Kind.CFG_BINARY, mac);
            case RequestedFile.OwnXml(MacAddress mac) -> redirect(request, Kind.CFG_XML, mac);
            case RequestedFile.GenericXml(), RequestedFile.ModelXml(String _) ->
                    new Answer.Nothing(by(request, Seen.of(Kind.GENERIC_XML, Outcome.NONE)));
            case RequestedFile.Other() ->
                    new Answer.Nothing(by(request, Seen.of(Kind.OTHER, Outcome.NONE)));
        };
    }

    private Answer redirect(PhoneRequest request, Kind kind, MacAddress mac) {
        Seen seen = by(request, Seen.of(kind, Outcome.UNCLAIMED)).withMac(mac.toString());
        return switch (routes.find(mac)) {
            // A blocked phone must not learn that it is blocked.
            case Route.Unclaimed(), Route.Blocked() -> new Answer.Nothing(seen);
            case Route.To(var server) -> {
                PValues settings = Redirection.of(server);
                Seen redirected =
                        seen.withOutcome(Outcome.REDIRECTED).withProvider(server.provider());
                yield kind == Kind.CFG_XML
                        ? file(
                                redirected,
                                "text/xml; charset=utf-8",
                                ProvisioningXml.write(mac, settings))
                        : file(
                                redirected,
                                "application/octet-stream",
                                CfgBinary.encode(mac, settings));
            }
        };
    }

    private static Answer file(Seen seen, String type, byte[] body) {
        return new Answer.Bytes(seen, type, body, etag(body));
    }

    private static Seen by(PhoneRequest request, Seen seen) {
        return request.userAgent()
                .map(UserAgent::parse)
                .map(agent -> seen.withModel(agent.model().orElse(""), agent.version().orElse("")))
                .orElse(seen);
    }

    /** Exactly one directory deep; phones may put more than one slash in front. */
    private static boolean isBelowDirectory(String path) {
        int start = 0;
        while (start + 1 < path.length() && path.charAt(start + 1) == '/') {
            start++;
        }
        return path.startsWith(DIRECTORY, start)
                && path.indexOf('/', start + DIRECTORY.length()) < 0;
    }

    /**
     * A redirect holds no secret and two of them differ in more than a checksum can miss by chance.
     */
    private static String etag(byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return Long.toHexString(checksum.getValue()) + "-" + body.length;
    }
}
