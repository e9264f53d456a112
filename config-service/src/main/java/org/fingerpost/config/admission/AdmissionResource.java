package org.fingerpost.config.admission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.assembly.proofs.AdmissionModes;
import org.fingerpost.problems.Problem;
import org.fingerpost.rule.Span;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's admission modes over HTTP: its own, and those of groups. */
@Path("/api/v1/admission")
@Tag(name = "Admission")
@RunOnVirtualThread
class AdmissionResource {
    private final Admissions admissions;
    private final CurrentCaller caller;

    AdmissionResource(Admissions admissions, CurrentCaller caller) {
        this.admissions = admissions;
        this.caller = caller;
    }

    record Body(@NotNull AdmissionMode mode) {}

    /** {@code groups}: those with a mode of their own; {@code tftp}: as of its own resource. */
    record View(AdmissionMode mode, Map<String, AdmissionMode> groups, List<Range> tftp) {
        static View of(AdmissionModes modes) {
            return new View(
                    modes.own(),
                    new TreeMap<>(modes.groups()),
                    modes.tftp().stream().map(Range::of).toList());
        }
    }

    /** First to last MAC address, both included. */
    record Range(@NotNull String first, @NotNull String last) {
        static Range of(Span range) {
            return new Range(range.first().toString(), range.last().toString());
        }
    }

    record Ranges(@NotNull @Valid List<@NotNull Range> ranges) {
        List<Span> spans() {
            try {
                return ranges.stream().map(each -> Span.parse(each.first, each.last)).toList();
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("no-such-range", e.getMessage()).with("field", "ranges");
            }
        }
    }

    record GroupView(String group, AdmissionMode mode) {}

    /** {@code open} gives every file to whoever knows a MAC address: it is never the default. */
    @PUT
    public RestResponse<View> change(@NotNull @Valid Body body) {
        return answer(admissions.change(caller.get().provider(), body.mode()));
    }

    @GET
    public View get() {
        return View.of(admissions.modes(caller.get().provider()));
    }

    /** For the devices of this group, and of those in it that have no mode of their own. */
    @PUT
    @Path("/groups/{group}")
    public RestResponse<View> changeGroup(String group, @NotNull @Valid Body body) {
        return answer(
                admissions.changeGroup(caller.get().provider(), group, Optional.of(body.mode())));
    }

    @GET
    @Path("/groups/{group}")
    public GroupView getGroup(String group) {
        return Optional.ofNullable(admissions.modes(caller.get().provider()).groups().get(group))
                .map(mode -> new GroupView(group, mode))
                .orElseThrow(
                        () -> Problem.notFound("no admission mode of the group's own: " + group));
    }

    /** The group follows the groups around it again, and at last the provider. */
    @DELETE
    @Path("/groups/{group}")
    public RestResponse<View> leaveGroup(String group) {
        return answer(admissions.changeGroup(caller.get().provider(), group, Optional.empty()));
    }

    /**
     * For these devices alone a file that holds a secret may go by TFTP, unencrypted and to an
     * address that has proved nothing, admitted by window, token or {@code open} as over HTTP.
     * Replaces what was said before; at most a hundred ranges, of which no two have an address in
     * common.
     */
    @PUT
    @Path("/tftp")
    public RestResponse<View> changeTftp(@NotNull @Valid Ranges body) {
        return answer(admissions.changeTftp(caller.get().provider(), body.spans()));
    }

    @GET
    @Path("/tftp")
    public Ranges getTftp() {
        return new Ranges(View.of(admissions.modes(caller.get().provider())).tftp());
    }

    /** By TFTP no secret leaves any more. */
    @DELETE
    @Path("/tftp")
    public RestResponse<View> leaveTftp() {
        return answer(admissions.changeTftp(caller.get().provider(), List.of()));
    }

    private static RestResponse<View> answer(Admissions.Kept kept) {
        return Revision.of("config", kept.commit()).ok(View.of(kept.modes()));
    }
}
