package org.fingerpost.config.dhcp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.assembly.proofs.Directories;
import org.fingerpost.formats.dhcp.DhcpServer;
import org.fingerpost.formats.dhcp.Option43;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;

/** Lines for a DHCP server, over HTTP. */
@Path("/api/v1/dhcp-snippets")
@Tag(name = "DHCP")
@RunOnVirtualThread
class DhcpSnippetResource {
    private static final List<String> SCHEMES = List.of("tftp", "http", "https");

    private final Directories directories;
    private final RedirectState redirect;
    private final CurrentCaller caller;

    DhcpSnippetResource(Directories directories, RedirectState redirect, CurrentCaller caller) {
        this.directories = directories;
        this.redirect = redirect;
        this.caller = caller;
    }

    /** {@code lines} with comments and line ends; {@code notes} are sentences for people. */
    record View(
            String server,
            Optional<String> family,
            String option66,
            Optional<String> option43,
            String lines,
            List<String> notes) {}

    @GET
    @Operation(summary = "Lines that lead a LAN's phones to the caller's own directory")
    public View get(
            @Parameter(
                            description = "kea, dhcpd, dnsmasq, mikrotik, cisco or windows",
                            required = true)
                    @RestQuery
                    Optional<String> server,
            @Parameter(
                            description =
                                    "A family or model, such as GXP21xx: what it understands is"
                                            + " written")
                    @RestQuery
                    Optional<String> family,
            @Parameter(
                            description =
                                    "tftp, http or https; if left out, what the family understands")
                    @RestQuery
                    Optional<String> scheme,
            @Parameter(description = "Where phones reach the service, if not at its public URL")
                    @RestQuery
                    Optional<String> host,
            @Parameter(description = "A part of option 43: N=text or N=0xhex; may be repeated")
                    @RestQuery
                    List<String> subOption) {
        DhcpServer known =
                server.flatMap(DhcpServer::find)
                        .orElseThrow(() ->
                                Problem.invalid(
                                                "unknown-dhcp-server",
                                                "server is one of " + DhcpServer.words())
                                        .with("field", "server"));
        Optional<Family> meant = family.map(DhcpSnippetResource::family);
        scheme.filter(word -> !SCHEMES.contains(word))
                .ifPresent(_ -> {
                    throw unwritable("scheme is one of " + String.join(", ", SCHEMES));
                });
        try {
            Option43 vendor = Option43.of(subOption);
            DhcpWish.Written written =
                    new DhcpWish(known, meant, scheme, host, vendor)
                            .with(directories.common(provider()));
            return new View(
                    known.word(),
                    meant.map(Family::name),
                    written.server().text(),
                    Optional.of(vendor.hex("", "")).filter(hex -> !hex.isEmpty()),
                    written.lines(),
                    written.notes());
        } catch (IllegalArgumentException e) {
            throw unwritable(e.getMessage());
        }
    }

    private static Family family(String name) {
        return DeviceModels.familyOf(name)
                .orElseThrow(() ->
                        Problem.invalid("unknown-family", "no such family or model is known here")
                                .with("field", "family"));
    }

    private static Problem unwritable(String why) {
        return Problem.invalid("unwritable-dhcp-option", why);
    }

    private Known provider() {
        return redirect.providers()
                .byId(caller.get().provider())
                .orElseThrow(
                        () -> Problem.notNow("not-here-yet", "the provider is not known here"));
    }
}
